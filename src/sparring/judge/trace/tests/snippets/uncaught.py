def third(items):
    return items[2]


pair = (1, 2)
print("before")
third(pair)
print("never")
