def find_pair(amounts, payment):
    for first, second in zip(amounts, amounts[1:]):
        if first + second == payment:
            return first, second
    return None
