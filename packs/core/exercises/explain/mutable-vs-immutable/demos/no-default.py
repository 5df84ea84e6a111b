bag = []
def collect(item):
    bag.append(item)
    return bag
def safe(item):
    return [item]
