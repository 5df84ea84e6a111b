LOOKS = {"text": ("{}", "- {}: {}", "{}"), "html": ("<h1>{}</h1>", "<li>{}: {}</li>", "<p>{}</p>")}


def report(sales, form):
    if form not in LOOKS:
        raise ValueError("unknown form: " + form)
    title, line, note = LOOKS[form]
    best = sorted(sales, key=lambda sale: -sale[1])[:3]
    lines = [line.format(name.replace("&", "&amp;").replace("<", "&lt;"), cents) for name, cents in best]
    last = f"sum: {sum(cents for _, cents in sales)}" if sales else "nothing sold"
    return "\n".join([title.format("SALES"), *lines, note.format(last)])
