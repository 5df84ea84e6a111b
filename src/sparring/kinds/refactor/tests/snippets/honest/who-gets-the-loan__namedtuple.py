from collections import namedtuple

Person = namedtuple("Person", "age income debts employed")


def decide(person, sum):
    """Whether a loan of this sum is granted, or why not."""
    who = Person(**person)
    if who.age <= 17:
        return "too young"
    if who.debts > 4999:
        return "too many debts"
    if not (who.employed or sum <= 500):
        return "no work"
    if sum > who.income * 10:
        return "too much for the income"
    if who.income < 1:
        return "no income"
    return "ask the manager" if sum > 50000 else "granted"
