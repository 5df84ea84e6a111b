class BadLine(ValueError):
    def __init__(self, line):
        self.line = line


def load(path):
    try:
        with open(path, "rb") as file:
            lines = file.read().decode().splitlines()
    except FileNotFoundError:
        return {}
    found = {}
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, sign, value = line.partition("=")
        if not sign or not name.strip():
            raise BadLine(number)
        found[name.strip()] = convert(value.strip())
    return found


def convert(text):
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    try:
        return int(text)
    except ValueError:
        return text
