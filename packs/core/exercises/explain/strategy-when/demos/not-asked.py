def total(items, discount):
    return sum(items) - sum(items) // 2
