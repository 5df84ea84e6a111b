from heapq import nlargest


def escaped(name):
    return name.replace("&", "&amp;").replace("<", "&lt;")


PARTS = {
    "text": (str, "SALES", "- %s: %d", "%s"),
    "html": (escaped, "<h1>SALES</h1>", "<li>%s: %d</li>", "<p>%s</p>"),
}


def report(sales, form):
    """The best three sales and the sum of all."""
    if form not in PARTS:
        raise ValueError(f"unknown form: {form}")
    safe, title, line, end = PARTS[form]
    best = nlargest(3, sales, key=lambda sale: sale[1])
    total = sum(cents for _, cents in sales)
    lines = [title] + [line % (safe(name), cents) for name, cents in best]
    lines.append(end % (f"sum: {total}" if sales else "nothing sold"))
    return "\n".join(lines)
