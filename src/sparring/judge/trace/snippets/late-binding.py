def makers():
    found = []
    for step in range(3):
        found.append(lambda x: x + step)
    return found


add = makers()
print(add[0](10), add[2](10))
