def total(items, discount):
    if discount(items) > sum(items):
        return 0
    return sum(items) - discount(items)
