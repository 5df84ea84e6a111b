import os


class BadLine(ValueError):
    def __init__(self, message, line):
        ValueError.__init__(self, message, line)
        self.line = line


def load(path):
    return dict(_pairs(path)) if os.path.isfile(path) else {}


def _pairs(path):
    with open(path, "rb") as file:
        for number, raw in enumerate(file):
            text = raw.decode("utf-8").strip()
            if text[:1] in ("", "#"):
                continue
            if "=" not in text or text[0] == "=":
                raise BadLine(text, number + 1)
            name, value = (part.strip() for part in text.split("=", 1))
            yield name, _value(value)


def _value(text):
    if text.lower() == "true":
        return True
    if text.lower() == "false":
        return False
    digits = text[1:] if text[:1] in ("-", "+") else text
    return int(text) if digits.isdigit() else text
