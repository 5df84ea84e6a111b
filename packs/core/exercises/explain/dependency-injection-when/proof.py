"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

from datetime import date, timedelta


# Handed in: the day and the way to send. Nothing is created or looked up inside.
def remind(invoices, today, send):
    due = [name for name, day in invoices if day <= today]
    for name in due:
        send(name, "please pay")
    return due


sent = []
invoices = [("ada", date(2028, 2, 29)), ("bob", date(2028, 3, 1))]
assert remind(invoices, date(2028, 2, 29), lambda name, text: sent.append(name)) == ["ada"]
assert sent == ["ada"], "a fake in place of the mail server, and no patching"


# Through the constructor; a default for production, evaluated at each call.
class Tokens:
    def __init__(self, clock=date.today, days=7):
        self.clock, self.days, self.known = clock, days, {}

    def issue(self, who):
        self.known[who] = self.clock() + timedelta(days=self.days)

    def valid(self, who):
        return who in self.known and self.clock() <= self.known[who]


today = [date(2026, 1, 1)]
tokens = Tokens(clock=lambda: today[0])
tokens.issue("ada")
assert tokens.valid("ada")
today[0] = date(2026, 1, 9)
assert not tokens.valid("ada")
Tokens().issue("bob")


# One place puts the program together; only it knows the concrete classes.
class Store:
    def __init__(self):
        self.rows = []


class Service:
    def __init__(self, store):
        self.store = store

    def add(self, row):
        self.store.rows.append(row)


def build(store=Store):
    return Service(store())


service = build()
service.add(1)
assert service.store.rows == [1] and build().store.rows == [], "each program its own"

# A default that is called when the function is defined: frozen for the life of the process.
calls = []


def clock():
    calls.append(1)
    return len(calls)


def frozen(now=clock()):
    return now


assert frozen() == frozen() == 1 and len(calls) == 1


# Service Locator, for comparison: the signature hides what is needed.
REGISTRY = {}


def hidden():
    return REGISTRY["mail"]("hello")


try:
    hidden()
except KeyError:
    pass
else:
    raise AssertionError("nothing in the signature told that a mail is needed")
