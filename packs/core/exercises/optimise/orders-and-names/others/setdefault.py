def with_names(orders, customers):
    names = {}
    for customer_id, name in customers:
        names.setdefault(customer_id, name)
    return [(number, names.get(customer_id, "?")) for number, customer_id in orders]
