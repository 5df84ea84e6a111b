def initials(text):
    return "".join(name[0].upper() for name in text.split())
