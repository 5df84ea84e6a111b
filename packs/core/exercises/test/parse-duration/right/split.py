import re


class BadDuration(ValueError):
    """Not a duration."""


def seconds(text):
    clean = text.strip().casefold()
    if re.fullmatch(r"\d+", clean):
        return int(clean)
    parts = re.findall(r"(\d+)([a-z]+)", clean)
    units = [unit for _, unit in parts]
    if not parts or "".join(a + b for a, b in parts) != clean:
        raise BadDuration(text)
    if any(unit not in ("d", "h", "m", "s") for unit in units) or units != sorted(set(units), key="dhms".index):
        raise BadDuration(text)
    return sum(int(a) * {"d": 86_400, "h": 3_600, "m": 60, "s": 1}[b] for a, b in parts)
