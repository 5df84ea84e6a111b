def split(cents, people):
    if people < 1:
        raise ValueError("nobody pays")
    return [round(cents / people)] * people
