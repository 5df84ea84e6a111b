"""`handle` is idempotent, and leaves nothing half done when the order cannot be changed."""

import sqlite3


def check(source, names):
    """None when an event counts once, also after a failure in the middle."""
    handle, db = names["handle"], sqlite3.connect(":memory:")
    db.execute("create table events(id text primary key)")
    db.execute("create table orders(id integer primary key, shipped integer default 0)")
    db.executemany("insert into orders(id) values (?)", [(17,), (18,)])
    db.execute("create trigger broken before update on orders when new.id = 18 begin select raise(abort, 'down'); end")
    db.commit()
    codes = [handle(db, "evt_1", 17), handle(db, "evt_1", 17), handle(db, "evt_2", 17)]
    db.rollback()
    if codes != [200, 200, 200]:
        return "status"
    shipped = db.execute("select shipped from orders where id = 17").fetchone()[0]
    if shipped != 2:
        return "twice" if shipped > 2 else "never"
    try:
        handle(db, "evt_3", 18)
    except Exception:
        pass
    db.rollback()
    return "half-done" if db.execute("select count(*) from events where id = 'evt_3'").fetchone()[0] else None
