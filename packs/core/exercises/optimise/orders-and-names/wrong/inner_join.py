def with_names(orders, customers):
    names = dict(reversed(customers))
    return [(number, names[customer_id]) for number, customer_id in orders if customer_id in names]
