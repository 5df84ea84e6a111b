def pages(text, count=None):
    wanted = []
    for piece in text.split(","):
        wanted.extend(_stretch(piece.strip(), count))
    return sorted(dict.fromkeys(wanted))


def _stretch(piece, count):
    left, dash, right = (each.strip() for each in piece.partition("-"))
    begin = int(left)
    if not dash:
        end = begin
    elif right:
        end = int(right)
    elif count:
        end = count
    else:
        raise ValueError("how long is it?")
    if not 0 < begin <= end:
        raise ValueError(piece + " is no stretch of pages")
    return range(begin, end + 1)
