import re


def evaluate(text: str) -> float:
    """The same reading, by cutting off the beginning of the list of tokens again and again."""
    tokens = []
    rest = text.strip()
    while rest:
        match = re.match(r"\d+(\.\d+)?|[-+*/()]", rest)
        if match is None:
            raise ValueError("not understood")
        tokens = tokens + [match[0]]
        rest = rest[match.end() :].lstrip()

    def factor(tokens):
        if not tokens:
            raise ValueError("ends too early")
        head, tail = tokens[0], tokens[1:]
        if head == "-":
            value, tail = factor(tail)
            return -value, tail
        if head == "(":
            value, tail = total(tail)
            if tail[:1] != [")"]:
                raise ValueError("bracket")
            return value, tail[1:]
        if head[0].isdigit():
            return float(head), tail
        raise ValueError("a number was expected")

    def product(tokens):
        value, tokens = factor(tokens)
        while tokens and tokens[0] in "*/":
            right, after = factor(tokens[1:])
            value = value * right if tokens[0] == "*" else value / right
            tokens = after
        return value, tokens

    def total(tokens):
        value, tokens = product(tokens)
        while tokens and tokens[0] in "+-":
            right, after = product(tokens[1:])
            value = value + right if tokens[0] == "+" else value - right
            tokens = after
        return value, tokens

    value, left = total(tokens)
    if left:
        raise ValueError("left over")
    return value
