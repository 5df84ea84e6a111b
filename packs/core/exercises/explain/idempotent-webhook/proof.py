"""A unique constraint and one transaction: twice delivered, once done; died in between, nothing half done."""

import sqlite3

db = sqlite3.connect(":memory:", isolation_level=None)
db.execute("create table events(id text primary key)")
db.execute("create table orders(id integer primary key, shipped integer default 0)")
db.execute("insert into orders(id) values (17)")


def handle(event, order, die=False):
    db.execute("begin")
    try:
        db.execute("insert into events values (?)", (event,))
        if die:
            raise KeyboardInterrupt
        db.execute("update orders set shipped = shipped + 1 where id = ?", (order,))
    except sqlite3.IntegrityError:
        db.execute("rollback")
        return 200
    except BaseException:
        db.execute("rollback")
        raise
    db.execute("commit")
    return 200


try:
    handle("evt_1", 17, die=True)
except KeyboardInterrupt:
    pass
assert handle("evt_1", 17) == 200
assert handle("evt_1", 17) == 200
assert db.execute("select shipped from orders").fetchone() == (1,)
