class NotEnough(Exception):
    pass


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []


def transfer(source, target, amount):
    if amount <= 0:
        raise ValueError("nothing to move")
    if source is target:
        raise ValueError("the same account")
    if source.balance < amount:
        raise NotEnough("not enough")
    source.balance -= amount
    target.balance += amount
    source.history.append(("out", amount))
    target.history.append(("in", amount))
    return source.balance
