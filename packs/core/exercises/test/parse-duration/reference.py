import re

SIZES = (86400, 3600, 60, 1)
PATTERN = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


def seconds(text):
    text = text.strip().lower()
    if text.isdecimal():
        return int(text)
    found = PATTERN.fullmatch(text)
    if not text or found is None:
        raise ValueError("not a duration")
    return sum(int(count) * size for count, size in zip(found.groups(), SIZES) if count)
