"""Shows every claim of the answer."""

from functools import cached_property


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(self.name)
        obj.__dict__[self.name] = value


class Item:
    price = Positive()
    weight = Positive()
    runs = 0

    def __init__(self, price, weight):
        self.price, self.weight = price, weight

    @property
    def label(self):
        return "label"

    @cached_property
    def once(self):
        type(self).runs += 1
        return "once"


one, two = Item(3, 1), Item(5, 2)
assert (one.price, two.price) == (3, 5)
try:
    one.price = -1
except ValueError as error:
    assert str(error) == "price"
else:
    raise AssertionError("it should refuse")
one.__dict__["label"] = "hidden"
assert one.label == "label"
assert one.once == one.once == "once"
assert Item.runs == 1
assert "once" in one.__dict__
assert isinstance(Item.price, Positive)
one.loose = Positive()
assert isinstance(one.loose, Positive)


def shout(self):
    return self.price * 2


assert shout.__get__(one, Item)() == 6
assert not hasattr(shout, "__set__")
assert hasattr(property, "__set__")
