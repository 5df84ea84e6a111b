registry = []
def Plugin():
    return registry
