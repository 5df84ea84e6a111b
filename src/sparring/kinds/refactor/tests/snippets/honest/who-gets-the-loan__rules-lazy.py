RULES = [
    (lambda p, s: p["age"] < 18, "too young"),
    (lambda p, s: p["debts"] >= 5000, "too many debts"),
    (lambda p, s: not p["employed"] and s > 500, "no work"),
    (lambda p, s: s > p["income"] * 10, "too much for the income"),
    (lambda p, s: p["income"] <= 0, "no income"),
    (lambda p, s: s > 50000, "ask the manager"),
]


def decide(person, sum):
    """Whether a loan of this sum is granted, or why not."""
    for refuses, reason in RULES:
        if refuses(person, sum):
            return reason
    return "granted"
