def initials(text):
    return text[0].upper()
