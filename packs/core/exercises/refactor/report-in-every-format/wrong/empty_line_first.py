def export(rows, form):
    return "\n".join([WRITERS[form][0], *(WRITERS[form][1](*row) for row in rows), *WRITERS[form][2](rows)]) if form in WRITERS else unknown(form)


def unknown(form):
    raise ValueError(f"unknown form: {form}")


def total(rows):
    return sum(pieces * cents for _, pieces, cents in rows)


def csv_row(name, pieces, cents):
    if ";" in name or '"' in name:
        name = '"' + name.replace('"', '""') + '"'
    return f"{name};{pieces};{cents}"


def json_row(name, pieces, cents):
    safe = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{"name": "{safe}", "pieces": {pieces}, "cents": {cents}}}'


def markdown_row(name, pieces, cents):
    return f"| {name.replace('|', chr(92) + '|')} | {pieces} | {cents} |"


WRITERS = {
    "csv": ("name;pieces;cents", csv_row, lambda rows: [f";;{total(rows)}"]),
    "jsonl": ("", json_row, lambda rows: []),
    "markdown": ("| name | pieces | cents |\n|---|---|---|", markdown_row, lambda rows: [f"| **total** | | {total(rows)} |"] if rows else []),
}
