def find_pair(amounts, payment):
    places = {}
    for amount in amounts:
        places[amount] = places.get(amount, 0) + 1
    for amount in amounts:
        rest = payment - amount
        if places.get(rest, 0) > (rest == amount):
            return amount, rest
    return None
