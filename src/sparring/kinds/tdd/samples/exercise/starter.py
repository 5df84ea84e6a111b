def initials(text):
    raise NotImplementedError
