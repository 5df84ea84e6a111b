def rows(db):
    found = []
    for order, customer in db.execute("select id, customer_id from orders order by id").fetchall():
        name = db.execute("select name from customers where id = ?", (customer,)).fetchone()[0]
        found.append((order, name))
    return found
