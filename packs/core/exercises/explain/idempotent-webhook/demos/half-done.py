import sqlite3
def handle(db, event_id, order_id):
    try:
        with db: db.execute("insert into events values (?)", (event_id,))
    except sqlite3.IntegrityError:
        return 200
    with db: db.execute("update orders set shipped = shipped + 1 where id = ?", (order_id,))
    return 200
