from events import Bus


def telling(heard, name):
    return lambda *args: heard.append((name, *args))


def failing(error):
    def listener(*args):
        raise error

    return listener


def emitted(bus, *args):
    """What came out of `emit`."""
    try:
        bus.emit("saved", *args)
    except Exception as error:
        return error
    return None


def test_arguments():
    bus, heard = Bus(), []
    bus.on("saved", telling(heard, "a"))
    bus.emit("saved", 1, 2)
    assert heard == [("a", 1, 2)]


def test_order():
    bus, heard = Bus(), []
    for name in "abc":
        bus.on("saved", telling(heard, name))
    bus.emit("saved")
    assert heard == [("a",), ("b",), ("c",)]


def test_registers_while_told():
    bus, heard = Bus(), []

    def first():
        if len(heard) < 3:
            bus.on("saved", telling(heard, "late"))

    bus.on("saved", first)
    bus.emit("saved")
    assert heard == []


def test_takes_off_while_told():
    bus, heard, offs = Bus(), [], []
    bus.on("saved", lambda: offs[0]())
    offs.append(bus.on("saved", telling(heard, "b")))
    bus.emit("saved")
    bus.emit("saved")
    assert heard == [("b",)]


def test_one_fails_others_hear():
    bus, heard = Bus(), []
    bus.on("saved", failing(KeyError("a")))
    bus.on("saved", telling(heard, "b"))
    emitted(bus)
    assert heard == [("b",)]


def test_the_error_comes_out():
    bus = Bus()
    bus.on("saved", failing(KeyError("a")))
    assert isinstance(emitted(bus), KeyError)


def test_the_first_of_two_errors():
    bus = Bus()
    bus.on("saved", failing(KeyError("a")))
    bus.on("saved", failing(OSError("b")))
    assert isinstance(emitted(bus), KeyError)


def test_registered_twice():
    bus, heard = Bus(), []
    same = telling(heard, "same")
    off = bus.on("saved", same)
    bus.on("saved", same)
    off()
    bus.emit("saved")
    assert heard == [("same",)]


def test_takes_off_one():
    bus, heard = Bus(), []
    off = bus.on("saved", telling(heard, "a"))
    bus.on("saved", telling(heard, "b"))
    off()
    bus.emit("saved")
    assert heard == [("b",)]


def test_off_twice():
    bus, heard = Bus(), []
    off = bus.on("saved", telling(heard, "a"))
    off()
    off()
    bus.emit("saved")
    assert heard == []


def test_nobody_listens():
    assert emitted(Bus(), 1) is None


def test_only_its_own_event():
    bus, heard = Bus(), []
    bus.on("deleted", telling(heard, "a"))
    bus.emit("saved")
    assert heard == []
