"""Shows every claim of the answer."""

log = []


class Base:
    def save(self):
        log.append("base")


class Logged(Base):
    def save(self):
        log.append("log")
        super().save()


class Timed(Base):
    def save(self):
        log.append("time")
        super().save()


class Order(Logged, Timed):
    pass


Order().save()
assert log == ["log", "time", "base"]
assert [one.__name__ for one in Order.__mro__] == ["Order", "Logged", "Timed", "Base", "object"]
log.clear()
Logged().save()
assert log == ["log", "base"]

try:
    type("Impossible", (Base, Logged), {})
except TypeError as error:
    assert "order" in str(error)
else:
    raise AssertionError("no consistent order")


class Silent(Base):
    def save(self):
        log.append("silent")


log.clear()
type("Cut", (Silent, Timed), {})().save()
assert log == ["silent"]
assert "__class__" in Logged.save.__code__.co_freevars
