import re

LINE = re.compile(r"^(?:(\d+)\s+x\s+)?(?:\S.*\s)?(-?\d+)$")


def total(note):
    found = 0
    for place, written in enumerate(note.split("\n")):
        text = written.split("#")[0].strip()
        if text == "":
            continue
        match = LINE.match(text)
        if match is None or (re.match(r"\S+\s+x\s", text) and not match[1]):
            raise ValueError("cannot read line " + str(place + 1))
        found += int(match[1] or 1) * int(match[2])
    return found
