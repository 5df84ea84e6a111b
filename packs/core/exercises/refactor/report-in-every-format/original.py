def export(rows, form):
    """The rows, (name, pieces, cents), as text in the form asked for."""
    if form == "csv":
        text = "name;pieces;cents"
    elif form == "jsonl":
        text = ""
    elif form == "markdown":
        text = "| name | pieces | cents |\n|---|---|---|"
    else:
        raise ValueError("unknown form: " + form)
    for name, pieces, cents in rows:
        if form == "csv":
            if ";" in name or '"' in name:
                name = '"' + name.replace('"', '""') + '"'
            text = text + "\n" + name + ";" + str(pieces) + ";" + str(cents)
        elif form == "jsonl":
            safe = name.replace("\\", "\\\\").replace('"', '\\"')
            line = '{"name": "' + safe + '", "pieces": ' + str(pieces) + ', "cents": ' + str(cents) + "}"
            if text == "":
                text = line
            else:
                text = text + "\n" + line
        elif form == "markdown":
            text = text + "\n| " + name.replace("|", "\\|") + " | " + str(pieces) + " | " + str(cents) + " |"
    total = 0
    for name, pieces, cents in rows:
        total = total + pieces * cents
    if form == "csv":
        text = text + "\n;;" + str(total)
    elif form == "markdown":
        if len(rows) > 0:
            text = text + "\n| **total** | | " + str(total) + " |"
    return text
