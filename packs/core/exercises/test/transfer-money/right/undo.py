class NotEnough(ArithmeticError):
    def __init__(self, missing):
        super().__init__(f"{missing} missing")
        self.missing = missing


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.history = []
        self._start = balance
        self._bonus = 0

    @property
    def balance(self):
        return self._start + sum(amount if kind == "in" else -amount for kind, amount in self.history)


def transfer(source, target, amount):
    if amount <= 0 or source is target:
        raise ValueError
    source.history.append(("out", amount))
    if source.balance < 0:
        missing = -source.balance
        source.history.pop()
        raise NotEnough(missing)
    target.history.append(("in", amount))
    return source.balance
