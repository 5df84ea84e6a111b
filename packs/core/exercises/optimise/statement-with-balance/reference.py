class Account:
    """An account with everything that was ever booked on it."""

    def __init__(self, opening):
        self.bookings = [opening]
        self.balance = opening

    def book(self, cents):
        self.bookings.append(cents)
        self.balance += cents


def tidy(text):
    """The text without doubled blanks and without what no printer can print."""
    found = ""
    for char in text:
        if char not in "\t\r\n\x00\x07\x1b":
            if not (char == " " and found.endswith(" ")):
                found = found + char
    return found.strip().upper()


def statement(opening, entries):
    """The lines of an account's statement: (day, text, cents, balance behind it) for each entry (day, text, cents)."""
    account = Account(opening)
    lines = []
    for day, text, cents in entries:
        account.book(cents)
        lines.append((day, tidy(text), cents, account.balance))
    return lines
