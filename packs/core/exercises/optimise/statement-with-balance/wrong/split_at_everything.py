def statement(opening, entries):
    lines, balance = [], opening
    for day, text, cents in entries:
        balance += cents
        lines.append((day, " ".join(text.split()).upper(), cents, balance))
    return lines
