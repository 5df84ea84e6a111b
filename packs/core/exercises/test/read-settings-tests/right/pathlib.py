import re
from pathlib import Path


class BadLine(ValueError):
    line = 0


def load(path):
    path = Path(path)
    if not path.exists():
        return dict()
    settings = {}
    for number, text in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if re.fullmatch(r"\s*(#.*)?", text):
            continue
        match = re.fullmatch(r"\s*([^=\s](?:[^=]*[^=\s])?)\s*=(.*)", text)
        if match is None:
            error = BadLine(f"{path.name}:{number}: {text}")
            error.line = number
            raise error
        value = match[2].strip()
        kinds = {"true": True, "false": False}
        settings[match[1]] = kinds.get(value.lower(), int(value) if re.fullmatch(r"[+-]?[0-9]+", value) else value)
    return settings
