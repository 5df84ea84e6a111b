OPENS = {")": "(", "]": "[", "}": "{"}


def unbalanced_at(text: str) -> int | None:
    """A stack of what is open; the last opened is the first to be closed."""
    open_brackets: list[tuple[str, int]] = []
    quoted = False
    for position, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char in "([{":
            open_brackets.append((char, position))
        elif char in OPENS:
            if not open_brackets or open_brackets.pop()[0] != OPENS[char]:
                return position
    return open_brackets[-1][1] if open_brackets else None
