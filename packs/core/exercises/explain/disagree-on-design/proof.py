"""The dispute of the answer, decided by counting: an own cache in front of a scan, or a query with an index. SQLite counts the steps."""

import sqlite3

ROWS = 2000
base = sqlite3.connect(":memory:")
base.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, total INTEGER)")
base.executemany("INSERT INTO orders (customer, total) VALUES (?, ?)", [(n % 100, n) for n in range(ROWS)])


def steps(query, *values):
    """How often SQLite's virtual machine came by, in tens of instructions, and the rows."""
    count = 0

    def tick():
        nonlocal count
        count += 1
        return 0

    base.set_progress_handler(tick, 10)
    rows = base.execute(query, values).fetchall()
    base.set_progress_handler(None, 10)
    return count, rows


QUERY = "SELECT sum(total) FROM orders WHERE customer = ?"
scan, first = steps(QUERY, 7)
base.execute("CREATE INDEX by_customer ON orders (customer, total)")
indexed, second = steps(QUERY, 7)
assert first == second and scan > 10 * max(indexed, 1), "the index alone makes it ten times cheaper"

# The cache is cheap as well, and wrong after the first write: that is the argument that counted.
cache = {7: first}
base.execute("INSERT INTO orders (customer, total) VALUES (7, 1000000)")
assert base.execute(QUERY, (7,)).fetchall() != cache[7]
