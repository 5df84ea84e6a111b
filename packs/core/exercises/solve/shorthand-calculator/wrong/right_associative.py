import re


def evaluate(text):
    tokens = []
    rest = text.strip()
    while rest:
        match = re.match(r"\d+(\.\d+)?|[-+*/()]", rest)
        if match is None:
            raise ValueError("not understood")
        tokens.append(match[0])
        rest = rest[match.end() :].lstrip()
    tokens.append("")
    place = 0

    def take():
        nonlocal place
        place += 1
        return tokens[place - 1]

    def factor():
        token = take()
        if token == "-":
            return -factor()
        if token == "(":
            value = total()
            if take() != ")":
                raise ValueError("bracket")
            return value
        if token and token[0].isdigit():
            return float(token)
        raise ValueError("number")

    def product():
        value = factor()
        if tokens[place] == "*":
            take()
            return value * product()
        if tokens[place] == "/":
            take()
            return value / product()
        return value

    def total():
        value = product()
        if tokens[place] == "+":
            take()
            return value + total()
        if tokens[place] == "-":
            take()
            return value - total()
        return value

    value = total()
    if tokens[place]:
        raise ValueError("left over")
    return value
