def seconds(text):
    rest = text.strip().lower()
    if rest.isdecimal():
        return int(rest)
    total, digits, left = 0, "", "dhms"
    sizes = dict(d=24 * 60 * 60, h=60 * 60, m=60, s=1)
    for letter in rest:
        if letter.isdecimal():
            digits += letter
            continue
        if not digits or letter not in left:
            raise ValueError(f"{text!r}: {letter!r} is not expected there")
        total += int(digits) * sizes[letter]
        digits, left = "", left[left.index(letter) + 1 :]
    if digits or not rest:
        raise ValueError(f"{text!r} ends too early")
    return total
