def decide(person, sum):
    """Whether a loan of this sum is granted, or why not."""
    age, income, debts, employed = person["age"], person["income"], person["debts"], person["employed"]
    reasons = [
        (age < 18, "too young"),
        (debts >= 5000, "too many debts"),
        (not employed and sum > 500, "no work"),
        (sum > 10 * income, "too much for the income"),
        (income <= 0, "no income"),
        (sum > 50_000, "ask the manager"),
    ]
    return next((reason for applies, reason in reasons if applies), "granted")
