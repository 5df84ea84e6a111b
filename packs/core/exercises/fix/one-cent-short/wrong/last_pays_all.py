def split(cents, people):
    if people < 1:
        raise ValueError("nobody pays")
    share = cents // people
    return [share] * (people - 1) + [cents - share * (people - 1)]
