def decide(person, sum):
    """Whether a loan of this sum is granted, or why not."""
    return refusal(person, sum) or ("ask the manager" if sum > 50000 else "granted")


def refusal(person, sum):
    """The first reason against the loan; empty if there is none."""
    reasons = {
        "too young": person["age"] < 18,
        "too many debts": person["debts"] >= 5000,
        "no work": sum > 500 and not person["employed"],
        "too much for the income": sum > person["income"] * 10,
        "no income": person["income"] <= 0,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")
