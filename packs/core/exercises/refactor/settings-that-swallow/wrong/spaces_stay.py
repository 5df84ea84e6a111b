DEFAULTS = {"port": 8000, "workers": 2, "debug": False}


def read_settings(lines):
    return DEFAULTS | dict(setting(line) for line in lines if not line.startswith("#"))


def setting(line):
    name, equals, text = (part.strip() for part in line.partition("="))
    if not equals:
        raise ValueError(line)
    if name in ("port", "workers"):
        return name, int(text)
    return name, text in ("yes", "true", "1") if name == "debug" else text
