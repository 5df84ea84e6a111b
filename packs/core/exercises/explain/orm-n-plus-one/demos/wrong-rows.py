def rows(db):
    return db.execute('select orders.id, customers.name from orders, customers order by orders.id').fetchall()
