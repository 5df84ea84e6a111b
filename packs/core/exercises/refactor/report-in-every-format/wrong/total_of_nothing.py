class Csv:
    head = ["name;pieces;cents"]

    def row(self, name, pieces, cents):
        if ";" in name or '"' in name:
            name = '"' + name.replace('"', '""') + '"'
        return f"{name};{pieces};{cents}"

    def foot(self, total):
        return [f";;{total}"]


class JsonLines:
    head = []

    def row(self, name, pieces, cents):
        safe = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'{{"name": "{safe}", "pieces": {pieces}, "cents": {cents}}}'

    def foot(self, total):
        return []


class Markdown:
    head = ["| name | pieces | cents |", "|---|---|---|"]

    def row(self, name, pieces, cents):
        safe = name.replace("|", "\\|")
        return f"| {safe} | {pieces} | {cents} |"

    def foot(self, total):
        return [f"| **total** | | {total} |"]


WRITERS = {"csv": Csv, "jsonl": JsonLines, "markdown": Markdown}


def export(rows, form):
    if form not in WRITERS:
        raise ValueError(f"unknown form: {form}")
    writer = WRITERS[form]()
    total = sum(pieces * cents for _, pieces, cents in rows)
    return "\n".join([*writer.head, *(writer.row(*row) for row in rows), *writer.foot(total)])
