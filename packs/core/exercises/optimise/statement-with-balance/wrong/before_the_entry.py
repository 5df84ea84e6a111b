def tidy(text):
    found = ""
    for char in text:
        if char not in "\t\r\n\x00\x07\x1b":
            if not (char == " " and found.endswith(" ")):
                found = found + char
    return found.strip().upper()


def statement(opening, entries):
    lines, balance = [], opening
    for day, text, cents in entries:
        lines.append((day, tidy(text), cents, balance))
        balance += cents
    return lines
