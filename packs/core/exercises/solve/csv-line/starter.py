def split_line(line: str) -> list[str]:
    """Field by field, from one comma to the next."""
    fields = []
    place = 0
    while True:
        if line.startswith('"', place):
            field, place = _quoted(line, place + 1)
        else:
            end = line.find(",", place)
            end = len(line) if end < 0 else end
            field, place = line[place:end], end
            if '"' in field:
                raise ValueError(f"a quote in the middle of a field: {field!r}")
        fields.append(field)
        if place == len(line):
            return fields
        if line[place] != ",":
            raise ValueError(f"text after a closing quote: {line[place : place + 10]!r}")
        place += 1


def _quoted(line, place):
    """The field that begins at place, after its quote; and where it ends, after its closing quote."""
    ...
