from itertools import accumulate


def tidy(text):
    found = ""
    for char in text:
        if char not in "\t\r\n\x00\x07\x1b":
            if not (char == " " and found.endswith(" ")):
                found = found + char
    return found.strip().upper()


def statement(opening, entries):
    balances = accumulate((cents for _, _, cents in entries), initial=opening)
    next(balances)
    return [(day, tidy(text), cents, balance) for (day, text, cents), balance in zip(entries, balances)]
