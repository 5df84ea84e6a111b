def collect(item, seen=[]):
    seen.append(item)
    return seen

def safe(item, seen=None):
    seen = [] if seen is None else seen
    seen.append(item)
    return seen
