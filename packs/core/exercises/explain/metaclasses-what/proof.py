"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

import enum
from abc import ABC, ABCMeta

# A class is an object, an instance of its metaclass; `type` builds it as the statement does.
assert isinstance(int, type) and type(int) is type and type(type) is type


class Base:
    pass


made = type("C", (Base,), {"x": 1})
assert made.x == 1 and made.__bases__ == (Base,) and type(made) is type

# The metaclass runs when the class statement does, once per class, and sees name, bases and namespace.
log = []


class Meta(type):
    registry = {}

    def __new__(mcls, name, bases, namespace):
        log.append((name, bases, "x" in namespace))
        namespace["added"] = "by the metaclass"
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.registry[name] = cls
        return cls

    def describe(cls):
        return f"class {cls.__name__}"


assert log == []


class C(metaclass=Meta):
    x = 1


assert log == [("C", (), True)]
first, second = C(), C()
assert len(log) == 1, "creating instances does not run Meta.__new__ again"
assert C.added == "by the metaclass" and Meta.registry["C"] is C and type(C) is Meta

# It stands beside the classes, not among the parents: its methods are seen from the class, not from the instances.
assert Meta not in C.__mro__ and C.describe() == "class C"
try:
    first.describe()
except AttributeError:
    pass
else:
    raise AssertionError("an instance must not see the metaclass's methods")


# Subclasses inherit the metaclass.
class D(C):
    pass


assert type(D) is Meta and [name for name, _, _ in log] == ["C", "D"]


# An error in the metaclass comes up when the class is defined.
class Strict(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if "run" not in namespace:
            raise TypeError(f"{name} must define run")


try:

    class Lazy(metaclass=Strict):
        pass
except TypeError as error:
    assert str(error) == "Lazy must define run"
else:
    raise AssertionError("the definition must fail")

# Two unrelated metaclasses conflict; one that derives from both settles it.
try:

    class Both(C, ABC):
        pass
except TypeError as error:
    assert "metaclass conflict" in str(error)
else:
    raise AssertionError("the bases must conflict")


class MetaAndABC(Meta, ABCMeta):
    pass


class Settled(C, ABC, metaclass=MetaAndABC):
    pass


assert type(Settled) is MetaAndABC


# The lighter tools: __init_subclass__ registers and checks, __set_name__ tells a descriptor its name, a decorator changes a finished class.
class Exporter:
    known = {}

    def __init_subclass__(cls, *, extension, **rest):
        super().__init_subclass__(**rest)
        Exporter.known[extension] = cls


class CsvExporter(Exporter, extension="csv"):
    pass


assert Exporter.known == {"csv": CsvExporter} and type(CsvExporter) is type


class Field:
    def __set_name__(self, owner, name):
        self.name = name


class Row:
    price = Field()


assert Row.__dict__["price"].name == "price"


def with_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__}>"
    return cls


@with_repr
class Plain:
    pass


assert repr(Plain()) == "<Plain>" and type(Plain) is type

# enum, ABC: the metaclasses of the standard library.
assert type(enum.Enum) is enum.EnumMeta and type(ABC) is ABCMeta

# __prepare__ supplies the namespace; enum notices a repeated name with it.
try:

    class Colour(enum.Enum):
        RED = 1
        RED = 2  # noqa: PIE794
except TypeError:
    pass
else:
    raise AssertionError("enum must refuse the repeated name")


class Recording(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {"handed_out": f"to {name}"}


class Prepared(metaclass=Recording):
    seen_in_the_body = handed_out  # noqa: F821


assert Prepared.seen_in_the_body == "to Prepared"

# C() is type(C).__call__(C), which goes through __new__ and __init__.
steps = []


class Traced(type):
    def __call__(cls, *args):
        steps.append("call")
        return super().__call__(*args)


class Thing(metaclass=Traced):
    def __new__(cls, *args):
        steps.append("new")
        return super().__new__(cls)

    def __init__(self, *args):
        steps.append("init")


Thing(1)
assert steps == ["call", "new", "init"]
