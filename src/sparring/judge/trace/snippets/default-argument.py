def note(text, log=[]):
    log.append(text)
    return log


first = note("open")
second = note("close")
print(first is second, second)
