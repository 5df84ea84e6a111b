from itertools import count
from unicodedata import combining, normalize

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def slug(title, taken=()):
    plain = "".join(each for each in normalize("NFD", title.lower()) if not combining(each))
    base = "-".join("".join(each if each in LETTERS else " " for each in plain).split())
    base = base or "untitled"
    if base not in taken:
        return base
    return next(f"{base}-{number}" for number in count(2) if f"{base}-{number}" not in taken)
