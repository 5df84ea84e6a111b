def generate(n, random):
    """Everything opens, then everything closes: whoever goes back to look for the partner goes back further each time."""
    half = n // 2
    opened = [random.choice("([{") for _ in range(half)]
    closed = [{"(": ")", "[": "]", "{": "}"}[char] for char in reversed(opened)]
    return ("".join(opened + closed),)
