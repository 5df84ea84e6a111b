import re

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([-+*/()]))")


def _tokens(text):
    place, found = 0, []
    text = text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise ValueError(f"not understood from character {place}: {text[place : place + 10]!r}")
        found.append(match[1] or match[2])
        place = match.end()
    return [*found, ""]


class _Reader:
    """Recursive descent: a sum is made of products, a product of factors."""

    def __init__(self, text):
        self.tokens = _tokens(text)
        self.place = 0

    def take(self):
        token = self.tokens[self.place]
        self.place += 1
        return token

    def sum(self):
        value = self.product()
        while self.tokens[self.place] in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self):
        ...

    def factor(self):
        ...


def evaluate(text: str) -> float:
    reader = _Reader(text)
    value = reader.sum()
    if reader.tokens[reader.place]:
        raise ValueError(f"left over: {reader.tokens[reader.place]!r}")
    return value
