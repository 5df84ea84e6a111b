def with_names(orders, customers):
    """Each order's number with its customer's name; "?" where nobody knows them."""
    rows = []
    for number, wanted in orders:
        found = "?"
        for customer_id, name in customers:
            if customer_id == wanted:
                found = name
                break
        rows.append((number, found))
    return rows
