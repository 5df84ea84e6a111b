def initials(text):
    names = text.split()
    if not names:
        raise ValueError("nobody wears this badge")
    return "".join(name[0].upper() for name in names)
