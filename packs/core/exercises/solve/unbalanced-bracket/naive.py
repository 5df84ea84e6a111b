PAIRS = {")": "(", "]": "[", "}": "{"}


def unbalanced_at(text: str) -> int | None:
    """For each closing bracket goes back, skipping the pairs, to look for the one it closes."""
    chars = list(_without_quoted(text))
    for position, char in enumerate(chars):
        if char in PAIRS:
            opening = _last_open(chars, position)
            if opening is None or chars[opening] != PAIRS[char]:
                return position
    return _last_open(chars, len(chars))


def _last_open(chars, position):
    closed = 0
    for index in range(position - 1, -1, -1):
        if chars[index] in PAIRS:
            closed += 1
        elif chars[index] in "([{":
            if closed == 0:
                return index
            closed -= 1
    return None


def _without_quoted(text):
    quoted = False
    for char in text:
        if char == '"':
            quoted = not quoted
        yield "." if quoted or char == '"' else char
