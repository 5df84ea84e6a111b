"""Counts the statements that reach SQLite under a very small ORM with the three ways of loading.

What the options of Django and SQLAlchemy are called is their documentation's word; what each of them sends to the database is shown here.
"""

import sqlite3

ROUND_TRIP_MS = 10


class Database:
    """SQLite with a counter: `sent` holds each SELECT."""

    opened = []

    def __init__(self, orders: int, lines_each: int = 3) -> None:
        self.sent = []
        self.connection = sqlite3.connect(":memory:")
        Database.opened.append(self.connection)
        self.connection.executescript(
            "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer);"
            "CREATE TABLE line (id INTEGER PRIMARY KEY, purchase_id INTEGER REFERENCES purchase, shipped INTEGER);"
        )
        for number in range(1, orders + 1):
            self.connection.execute("INSERT INTO customer VALUES (?, ?)", (number, f"customer {number}"))
            self.connection.execute("INSERT INTO purchase VALUES (?, ?)", (number, number))
            for shipped in range(lines_each):
                self.connection.execute("INSERT INTO line (purchase_id, shipped) VALUES (?, ?)", (number, shipped % 2))
        self.connection.commit()
        self.connection.set_trace_callback(self._trace)

    def _trace(self, statement: str) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            self.sent.append(statement)

    def all(self, sql: str, parameters=()) -> list[tuple]:
        return self.connection.execute(sql, parameters).fetchall()


class Customer:
    def __init__(self, name: str) -> None:
        self.name = name


class Purchase:
    """A row whose relations load themselves when they are touched, as an ORM's do."""

    def __init__(self, database: Database, number: int, customer_id: int) -> None:
        self._database, self.id, self._customer_id = database, number, customer_id
        self._customer = self._lines = None

    @property
    def customer(self) -> Customer:
        if self._customer is None:
            [(name,)] = self._database.all("SELECT name FROM customer WHERE id = ?", (self._customer_id,))
            self._customer = Customer(name)
        return self._customer

    @property
    def lines(self) -> list[tuple]:
        if self._lines is None:
            self._lines = self._database.all("SELECT id, shipped FROM line WHERE purchase_id = ?", (self.id,))
        return self._lines

    def lines_filtered(self, shipped: int) -> list[tuple]:
        return self._database.all("SELECT id, shipped FROM line WHERE purchase_id = ? AND shipped = ?", (self.id, shipped))


def load_lazy(database: Database) -> list[Purchase]:
    return [Purchase(database, *row) for row in database.all("SELECT id, customer_id FROM purchase ORDER BY id")]


def load_joined(database: Database) -> list[Purchase]:
    """What select_related and joinedload send."""
    rows = database.all("SELECT p.id, p.customer_id, c.name FROM purchase p JOIN customer c ON c.id = p.customer_id ORDER BY p.id")
    loaded = []
    for number, customer_id, name in rows:
        purchase = Purchase(database, number, customer_id)
        purchase._customer = Customer(name)
        loaded.append(purchase)
    return loaded


def load_prefetched(database: Database) -> list[Purchase]:
    """What prefetch_related and selectinload send."""
    loaded = load_lazy(database)
    marks = ", ".join("?" * len(loaded))
    by_purchase = {purchase.id: [] for purchase in loaded}
    for purchase_id, *line in database.all(
        f"SELECT purchase_id, id, shipped FROM line WHERE purchase_id IN ({marks})", [purchase.id for purchase in loaded]
    ):
        by_purchase[purchase_id].append(tuple(line))
    for purchase in loaded:
        purchase._lines = by_purchase[purchase.id]
    return loaded


def names(purchases: list[Purchase]) -> list[str]:
    return [purchase.customer.name for purchase in purchases]


# Lazy: 1 + N, and the queries grow with the rows.
database = Database(200)
purchases = load_lazy(database)
assert len(database.sent) == 1, "the list alone is one query"
lazy_names = names(purchases)
assert len(database.sent) == 201
assert len(database.sent) * ROUND_TRIP_MS == 2010, "about two seconds of trips, at ten milliseconds each"
names(purchases)
assert len(database.sent) == 201, "an attribute already loaded is not read again"

for rows in (2, 20):
    small = Database(rows)
    names(load_lazy(small))
    assert len(small.sent) == 1 + rows

# An index makes each query cheaper, and leaves as many of them.
indexed = Database(200)
indexed.connection.execute("CREATE INDEX by_customer ON purchase (customer_id)")
indexed.connection.execute("CREATE INDEX by_purchase ON line (purchase_id)")
indexed.sent.clear()
loaded = load_lazy(indexed)
names(loaded)
assert len(indexed.sent) == 201

# The JOIN: one query, the same names; and the count is the same with 2 rows and with 20.
joined = Database(200)
assert names(load_joined(joined)) == lazy_names
assert len(joined.sent) == 1
for rows in (2, 20):
    small = Database(rows)
    names(load_joined(small))
    assert len(small.sent) == 1

# The collection: lazily 1 + N again, prefetched two queries, whatever the number of orders.
lazy = Database(200)
expected = [purchase.lines for purchase in load_lazy(lazy)]
assert len(lazy.sent) == 201
for rows in (10, 200):
    prefetched = Database(rows)
    assert [purchase.lines for purchase in load_prefetched(prefetched)] == expected[:rows]
    assert len(prefetched.sent) == 2

# A JOIN over the collection repeats each order for every line.
repeated = lazy.all("SELECT p.id FROM purchase p JOIN line l ON l.purchase_id = p.id")
assert len(repeated) == 200 * 3 and len(set(repeated)) == 200

# Filtering after the prefetch queries again, once per order; filtering in the prefetch (or in memory) does not.
filtered = Database(50)
loaded = load_prefetched(filtered)
filtered.sent.clear()
by_query = [purchase.lines_filtered(0) for purchase in loaded]
assert len(filtered.sent) == 50
filtered.sent.clear()
assert [[line for line in purchase.lines if line[1] == 0] for purchase in loaded] == by_query
assert filtered.sent == []

# Only the count: one query, and no line is loaded.
counting = Database(200)
counts = counting.all("SELECT p.id, COUNT(l.id) FROM purchase p LEFT JOIN line l ON l.purchase_id = p.id GROUP BY p.id")
assert len(counting.sent) == 1 and {count for _, count in counts} == {3}


# A loader that refuses: the forgotten lazy load is an error, not a query.
class Strict(Purchase):
    @property
    def customer(self) -> Customer:
        if self._customer is None:
            raise RuntimeError("customer was not loaded")
        return self._customer


strict = Database(1)
try:
    _ = Strict(strict, 1, 1).customer
except RuntimeError:
    assert strict.sent == []
else:
    raise AssertionError("the lazy load must be refused")

for connection in Database.opened:
    connection.close()
