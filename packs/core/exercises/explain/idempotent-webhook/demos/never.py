def handle(db, event_id, order_id):
    db.execute('update orders set shipped = shipped + 1 where id = ?', (order_id,))
    return 200
