def report(sales, form):
    """The best three sales and the sum of all."""
    if form == "text":
        return text_report(sales)
    elif form == "html":
        return html_report(sales)
    else:
        raise ValueError("unknown form: " + form)


def text_report(sales):
    lines = []
    lines.append("SALES")
    ranked = sorted(sales, key=lambda sale: -sale[1])
    total = 0
    shown = 0
    for name, cents in ranked:
        total = total + cents
        if shown < 3:
            lines.append("- " + name + ": " + str(cents))
            shown = shown + 1
    if len(sales) == 0:
        lines.append("nothing sold")
    else:
        lines.append("sum: " + str(total))
    return "\n".join(lines)


def html_report(sales):
    lines = []
    lines.append("<h1>SALES</h1>")
    ranked = sorted(sales, key=lambda sale: -sale[1])
    total = 0
    shown = 0
    for name, cents in ranked:
        total = total + cents
        if shown < 3:
            safe = name.replace("&", "&amp;").replace("<", "&lt;")
            lines.append("<li>" + safe + ": " + str(cents) + "</li>")
            shown = shown + 1
    if len(sales) == 0:
        lines.append("<p>nothing sold</p>")
    else:
        lines.append("<p>sum: " + str(total) + "</p>")
    return "\n".join(lines)
