"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

from functools import partial

orders = [("ada", 300), ("bob", 100)]
assert sorted(orders, key=lambda order: order[1])[0][0] == "bob"
assert sorted(orders, key=lambda order: order[0])[0][0] == "ada", "the way to compare is handed in"


# A dictionary of functions instead of a chain of ifs; a new rule touches none of the others.
def post(grams):
    return 490


def courier(grams, cents_per_kilo):
    return 900 + grams * cents_per_kilo // 1000


SHIPPING = {"post": post, "courier": partial(courier, cents_per_kilo=100)}


def cost(way, grams):
    return SHIPPING[way](grams)


assert cost("post", 2000) == 490 and cost("courier", 2000) == 1100
SHIPPING["collect"] = lambda grams: 0
assert cost("collect", 2000) == 0 and cost("post", 2000) == 490


# A class where there is configuration and a second method; called like a function, so both kinds mix.
class Weekly:
    def __init__(self, rate):
        self.rate = rate

    def __call__(self, grams):
        return grams * self.rate // 1000

    def describe(self):
        return f"{self.rate} cents a kilo"


SHIPPING["weekly"] = Weekly(50)
assert cost("weekly", 2000) == 100 and SHIPPING["weekly"].describe() == "50 cents a kilo"

# By name from outside (a setting, a request), and changed while the program runs.
assert [cost(way, 1000) for way in ("post", "weekly", "collect")] == [490, 50, 0]
