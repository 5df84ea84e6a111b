def total(items, discount):
    return max(0, sum(items) - discount(items))
