def split_line(line: str) -> list[str]:
    """Cuts the line in front after every letter."""
    fields, rest = [], line
    while True:
        field = ""
        if rest[:1] == '"':
            rest = rest[1:]
            while True:
                if not rest:
                    raise ValueError("never closed")
                if rest[:2] == '""':
                    field, rest = field + '"', rest[2:]
                elif rest[0] == '"':
                    rest = rest[1:]
                    break
                else:
                    field, rest = field + rest[0], rest[1:]
            if rest and rest[0] != ",":
                raise ValueError("text after a closing quote")
        else:
            while rest and rest[0] != ",":
                if rest[0] == '"':
                    raise ValueError("quote")
                field, rest = field + rest[0], rest[1:]
        fields.append(field)
        if not rest:
            return fields
        rest = rest[1:]
