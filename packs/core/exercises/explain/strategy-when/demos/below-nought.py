def total(items, discount):
    return sum(items) - discount(items)
