registry = {}
class Meta(type):
    def __init__(cls, name, bases, space):
        registry[name] = cls
class Plugin(metaclass=Meta): pass
