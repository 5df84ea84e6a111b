"""Two branches that are green by themselves and red together; the words that close an issue."""

import re

MAIN = {"prices.py": "def total(items):\n    return sum(items)\n", "shop.py": "from prices import total\n\ndef pay(items):\n    return total(items)\n"}
RENAMED = {"prices.py": MAIN["prices.py"].replace("total", "gross"), "shop.py": MAIN["shop.py"].replace("total", "gross")}
NEW_CALL = {**MAIN, "invoice.py": "from prices import total\n\ndef lines(items):\n    return [total(items)]\n"}


def merged(base, one, other):
    """What both changed: a three-way merge by file, which finds no conflict here."""
    found = dict(base)
    for side in (one, other):
        found.update({name: text for name, text in side.items() if base.get(name) != text})
    return found


def green(files):
    """Whether every imported name is there."""
    defined = set(re.findall(r"def (\w+)", files["prices.py"]))
    return all(name in defined for text in files.values() for name in re.findall(r"from prices import (\w+)", text))


assert green(MAIN) and green(RENAMED) and green(NEW_CALL)
assert not green(merged(MAIN, RENAMED, NEW_CALL)), "no conflict, and yet red"

CLOSES = re.compile(r"\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)\b:? +#(\d+)", re.IGNORECASE)
assert CLOSES.findall("Add the export\n\nCloses #31, see #7") == ["31"], "a mere mention closes nothing"
