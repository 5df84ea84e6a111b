def rows(db):
    return db.execute(
        "select orders.id, customers.name from orders"
        " join customers on customers.id = orders.customer_id order by orders.id"
    ).fetchall()
