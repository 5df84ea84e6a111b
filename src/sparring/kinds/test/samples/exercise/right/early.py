def fare(age):
    if age >= 18:
        return 5
    if age >= 6:
        return 2
    if age >= 0:
        return 0
    raise ValueError(f"not an age: {age}")
