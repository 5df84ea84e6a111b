def export(rows, form):
    """The rows, (name, pieces, cents), as text in the form asked for."""
    writer = writer_for(form)
    total = sum(pieces * cents for _, pieces, cents in rows)
    return "\n".join([*writer.head(), *(writer.row(*row) for row in rows), *writer.foot(total, len(rows))])


def writer_for(form):
    """The one place that knows which class belongs to which form."""
    if form not in WRITERS:
        raise ValueError(f"unknown form: {form}")
    return WRITERS[form]()


class Csv:
    def head(self):
        return ["name;pieces;cents"]

    def row(self, name, pieces, cents):
        if ";" in name or '"' in name:
            name = '"' + name.replace('"', '""') + '"'
        return f"{name};{pieces};{cents}"

    def foot(self, total, rows):
        return [f";;{total}"]


class JsonLines:
    def head(self):
        return []

    def row(self, name, pieces, cents):
        safe = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'{{"name": "{safe}", "pieces": {pieces}, "cents": {cents}}}'

    def foot(self, total, rows):
        return []


class Markdown:
    def head(self):
        return ["| name | pieces | cents |", "|---|---|---|"]

    def row(self, name, pieces, cents):
        safe = name.replace("|", "\\|")
        return f"| {safe} | {pieces} | {cents} |"

    def foot(self, total, rows):
        return [f"| **total** | | {total} |"] if rows else []


WRITERS = {"csv": Csv, "jsonl": JsonLines, "markdown": Markdown}
