import pytest
from events import Bus


@pytest.fixture
def bus():
    return Bus()


@pytest.fixture
def heard():
    return []


def telling(heard, name):
    return lambda *args: heard.append((name, *args))


def failing(heard, name, error):
    def listener(*args):
        heard.append((name, *args))
        raise error

    return listener


def test_in_the_order_of_registration_with_the_arguments(bus, heard):
    for name in "abc":
        bus.on("saved", telling(heard, name))
    bus.on("deleted", telling(heard, "d"))
    bus.emit("saved", 1, 2)
    assert heard == [("a", 1, 2), ("b", 1, 2), ("c", 1, 2)]


def test_nobody_listens(bus):
    assert bus.emit("nothing", 1) is None


def test_taken_off_one_at_a_time_and_twice_does_nothing(bus, heard):
    same = telling(heard, "same")
    off = bus.on("saved", same)
    bus.on("saved", telling(heard, "other"))
    bus.on("saved", same)
    off()
    off()
    bus.emit("saved")
    assert heard == [("other",), ("same",)]


def test_taken_off_while_it_is_told(bus, heard):
    offs = []

    def first():
        heard.append(("first",))
        for off in offs:
            off()

    offs.append(bus.on("saved", first))
    offs.append(bus.on("saved", telling(heard, "second")))
    bus.emit("saved")
    bus.emit("saved")
    assert heard == [("first",), ("second",)]


def test_registered_while_it_is_told(bus, heard):
    def first():
        heard.append(("first",))
        if len(heard) < 5:
            bus.on("saved", telling(heard, "late"))

    bus.on("saved", first)
    bus.emit("saved")
    assert heard == [("first",)]
    bus.emit("saved")
    assert heard == [("first",), ("first",), ("late",)]


def test_all_hear_of_it_and_the_first_error_comes_out(bus, heard):
    bus.on("saved", failing(heard, "a", KeyError("first")))
    bus.on("saved", failing(heard, "b", OSError("second")))
    bus.on("saved", telling(heard, "c"))
    with pytest.raises(KeyError):
        bus.emit("saved", 7)
    assert heard == [("a", 7), ("b", 7), ("c", 7)]


def test_buses_are_strangers(bus, heard):
    bus.on("saved", telling(heard, "here"))
    Bus().emit("saved")
    assert heard == []
