def with_names(orders, customers):
    """Each order's number with its customer's name; "?" where nobody knows them."""
    names = dict(reversed(customers))
    return [(number, names.get(customer_id, "?")) for number, customer_id in orders]
