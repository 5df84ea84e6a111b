"""`rows` asks once, however many orders there are."""

import sqlite3


def check(source, names):
    """None when one statement brings everything."""
    db, asked = sqlite3.connect(":memory:"), []
    db.execute("create table customers(id integer primary key, name text)")
    db.execute("create table orders(id integer primary key, customer_id integer)")
    db.executemany("insert into customers values(?, ?)", [(n, f"customer {n}") for n in range(5)])
    db.executemany("insert into orders values(?, ?)", [(n, n * 3 % 5) for n in range(40)])
    db.set_trace_callback(asked.append)
    found = [tuple(row) for row in names["rows"](db)]
    if found != [(n, f"customer {n * 3 % 5}") for n in range(40)]:
        return "wrong-rows"
    return None if len(asked) == 1 else "too-many"
