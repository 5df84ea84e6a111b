from itertools import accumulate

GONE = str.maketrans("", "", "\t\r\n\x00\x07\x1b")


def tidy(text):
    return " ".join(filter(None, text.translate(GONE).split(" "))).strip().upper()


def statement(opening, entries):
    balances = accumulate((cents for _, _, cents in entries), initial=opening)
    next(balances)
    return [(day, tidy(text), cents, balance) for (day, text, cents), balance in zip(entries, balances)]
