import operator
import re

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([-+*/()]))")
_BINDS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}


def _tokens(text):
    place, text = 0, text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise ValueError(f"not understood from character {place}: {text[place : place + 10]!r}")
        yield match[1] or match[2]
        place = match.end()
    yield ""


class _Tokens:
    def __init__(self, text):
        self.rest = _tokens(text)
        self.now = next(self.rest)

    def take(self):
        token, self.now = self.now, next(self.rest, "")
        return token


def _value(tokens):
    token = tokens.take()
    if token == "-":
        return -_value(tokens)
    if token == "(":
        value = _formula(tokens, 0)
        if tokens.take() != ")":
            raise ValueError("a bracket is not closed")
        return value
    if token[:1].isdigit():
        return float(token)
    raise ValueError(f"a number was expected, not {token!r}")


def _formula(tokens, least):
    value = _value(tokens)
    while tokens.now in _BINDS and _BINDS[tokens.now][0] > least:
        binds, apply = _BINDS[tokens.take()]
        value = apply(value, _formula(tokens, binds))
    return value


def evaluate(text: str) -> float:
    tokens = _Tokens(text)
    value = _formula(tokens, 0)
    if tokens.now:
        raise ValueError(f"left over: {tokens.now!r}")
    return value
