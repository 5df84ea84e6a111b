registry = {}
class Plugin:
    def __init__(self):
        registry[type(self).__name__] = type(self)
