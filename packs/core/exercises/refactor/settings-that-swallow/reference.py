DEFAULTS = {"port": 8000, "workers": 2, "debug": False}
YES = ("yes", "true", "1")


def read_settings(lines):
    """The settings that the lines hold, by name; ValueError for a line that is none."""
    said = (line.strip() for line in lines)
    return DEFAULTS | dict(setting(line) for line in said if line and not line.startswith("#"))


def setting(line):
    """The name and the value that a line holds."""
    name, equals, text = (part.strip() for part in line.partition("="))
    if not equals:
        raise ValueError(f"no setting: {line!r}")
    if name in ("port", "workers"):
        return name, number(name, text)
    return name, text in YES if name == "debug" else text


def number(name, text):
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"{name} is no number: {text!r}") from None
