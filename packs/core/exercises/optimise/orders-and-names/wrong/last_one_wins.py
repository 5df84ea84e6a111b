def with_names(orders, customers):
    names = dict(customers)
    return [(number, names.get(customer_id, "?")) for number, customer_id in orders]
