import re

LINE = re.compile(r"([^=]*)=(.*)", re.DOTALL)
NUMBERS = {"port", "workers"}


def parsed(name, value):
    if name in NUMBERS:
        return int(value)
    if name == "debug":
        return value in {"yes", "true", "1"}
    return value


def read_settings(lines):
    """The settings that the lines hold, by name."""
    result = {"port": 8000, "workers": 2, "debug": False}
    for line in lines:
        text = line.strip()
        if not text or text[0] == "#":
            continue
        if "=" not in text:
            raise ValueError("not a setting: " + text)
        name, value = (part.strip() for part in text.split("=", maxsplit=1))
        if not name:
            raise ValueError("a setting without a name: " + text)
        result[name] = parsed(name, value)
    return result
