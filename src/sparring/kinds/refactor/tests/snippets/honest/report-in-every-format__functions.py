def csv_lines(rows, total):
    yield "name;pieces;cents"
    for name, pieces, cents in rows:
        if ";" in name or '"' in name:
            name = '"' + name.replace('"', '""') + '"'
        yield f"{name};{pieces};{cents}"
    yield f";;{total}"


def json_lines(rows, total):
    for name, pieces, cents in rows:
        safe = name.replace("\\", "\\\\").replace('"', '\\"')
        yield f'{{"name": "{safe}", "pieces": {pieces}, "cents": {cents}}}'


def markdown_lines(rows, total):
    yield "| name | pieces | cents |"
    yield "|---|---|---|"
    for name, pieces, cents in rows:
        yield "| " + name.replace("|", "\\|") + f" | {pieces} | {cents} |"
    if rows:
        yield f"| **total** | | {total} |"


FORMS = {"csv": csv_lines, "jsonl": json_lines, "markdown": markdown_lines}


def export(rows, form):
    """The rows, (name, pieces, cents), as text in the form asked for."""
    if form not in FORMS:
        raise ValueError("unknown form: " + form)
    total = sum(pieces * cents for _, pieces, cents in rows)
    return "\n".join(FORMS[form](rows, total))
