def decide(person, sum):
    """Whether a loan of this sum is granted, or why not."""
    result = ""
    if person["age"] >= 18:
        if person["debts"] < 5000:
            if person["employed"] or sum <= 500:
                if sum <= person["income"] * 10:
                    if person["income"] > 0:
                        if sum > 50000:
                            result = "ask the manager"
                        else:
                            result = "granted"
                    else:
                        result = "no income"
                else:
                    result = "too much for the income"
            else:
                result = "no work"
        else:
            result = "too many debts"
    else:
        result = "too young"
    return result
