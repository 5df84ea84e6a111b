WRITERS = {}


def writes(form):
    def register(function):
        WRITERS[form] = function
        return function

    return register


def escaped(text, **signs):
    return text.translate(str.maketrans(signs))


@writes("csv")
def csv(rows, total):
    def cell(name):
        return '"' + name.replace('"', '""') + '"' if any(sign in name for sign in ';"') else name

    body = [";".join((cell(name), str(pieces), str(cents))) for name, pieces, cents in rows]
    return ["name;pieces;cents", *body, f";;{total}"]


@writes("jsonl")
def jsonl(rows, total):
    signs = str.maketrans({"\\": "\\\\", '"': '\\"'})
    return ['{"name": "%s", "pieces": %s, "cents": %s}' % (name.translate(signs), pieces, cents) for name, pieces, cents in rows]


@writes("markdown")
def markdown(rows, total):
    signs = str.maketrans({"|": "\\|"})
    lines = ["| name | pieces | cents |", "|---|---|---|"]
    lines += [f"| {name.translate(signs)} | {pieces} | {cents} |" for name, pieces, cents in rows]
    return lines + [f"| **total** | | {total} |"] * bool(rows)


def export(rows, form):
    """The rows, (name, pieces, cents), as text in the form asked for."""
    if form not in WRITERS:
        raise ValueError(f"unknown form: {form}")
    return "\n".join(WRITERS[form](rows, sum(row[1] * row[2] for row in rows)))
