def fare(age):
    if age < 0:
        raise ValueError("an age is not negative")
    if age < 6:
        return 0
    return 2 if age < 18 else 5
