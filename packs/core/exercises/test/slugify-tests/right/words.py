import re
import unicodedata


def slug(title, taken=frozenset()):
    words = re.findall("[a-z0-9]+", unicodedata.normalize("NFKD", title).casefold().encode("ascii", errors="ignore").decode("ascii"))
    candidates = ["-".join(words) or "untitled"]
    while candidates[-1] in taken:
        candidates.append(f"{candidates[0]}-{len(candidates) + 1}")
    return candidates[-1]
