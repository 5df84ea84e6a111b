def handle(db, event_id, order_id):
    with db:
        db.execute('insert or ignore into events values (?)', (event_id,))
