def collect(item, seen=None):
    return (seen or []) + [item]

def safe(item):
    return [item]
