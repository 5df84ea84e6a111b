def initials(text):
    letters = []
    for name in text.split():
        letters.append(name[0].upper())
    if letters == []:
        raise ValueError(text)
    return "".join(letters)
