import re


def evaluate(text):
    tokens = re.findall(r"\d+(?:\.\d+)?|[-+*/()]", text)
    if not tokens or "".join(tokens) != text.replace(" ", ""):
        raise ValueError("not understood")
    tokens.append("")
    place = 0

    def factor():
        nonlocal place
        token = tokens[place]
        place += 1
        if token == "-":
            return -factor()
        if token == "(":
            value = total()
            if tokens[place] != ")":
                raise ValueError("bracket")
            place += 1
            return value
        if token and token[0].isdigit():
            return float(token)
        raise ValueError("number")

    def total():
        nonlocal place
        value = factor()
        while tokens[place] and tokens[place] in "+-*/":
            sign = tokens[place]
            place += 1
            right = factor()
            value = {"+": value + right, "-": value - right, "*": value * right}[sign] if sign != "/" else value / right
        return value

    value = total()
    if tokens[place]:
        raise ValueError("left over")
    return value
