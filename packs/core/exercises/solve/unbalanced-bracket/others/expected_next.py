CLOSES = {"(": ")", "[": "]", "{": "}"}


def unbalanced_at(text: str) -> int | None:
    expected: list[str] = []
    opened: list[int] = []
    quoted = False
    for position, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif quoted:
            pass
        elif char in CLOSES:
            expected.append(CLOSES[char])
            opened.append(position)
        elif char in ")]}":
            if not expected or expected.pop() != char:
                return position
            opened.pop()
    return opened[-1] if opened else None
