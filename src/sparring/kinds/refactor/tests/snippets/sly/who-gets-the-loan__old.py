def decide(person, sum):
    """Whether a loan of this sum is granted, or why not: the first reason against it."""
    if not 18 <= person["age"] < 100:
        return "too young"
    if person["debts"] >= 5000:
        return "too many debts"
    if sum > 500 and not person["employed"]:
        return "no work"
    if sum > person["income"] * 10:
        return "too much for the income"
    if person["income"] <= 0:
        return "no income"
    return "ask the manager" if sum > 50000 else "granted"
