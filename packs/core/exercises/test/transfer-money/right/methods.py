class NotEnough(Exception):
    """The balance does not cover it."""


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.history = owner, balance, []

    def book(self, kind, amount):
        self.history += [(kind, amount)]
        self.balance += amount if kind == "in" else -amount
        return self.balance


def transfer(source, target, amount):
    if source is target or not amount > 0:
        raise ValueError(f"cannot move {amount}")
    if amount > source.balance:
        raise NotEnough(f"{source.owner} has {source.balance}")
    target.book("in", amount)
    return source.book("out", amount)
