def pairs(items):
    while True:
        pass
