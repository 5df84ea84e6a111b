import re
import unicodedata


def slug(title, taken=()):
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "untitled"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found
