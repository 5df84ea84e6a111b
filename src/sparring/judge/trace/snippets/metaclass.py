class Registry(type):
    known = {}

    def __new__(meta, name, bases, space):
        made = super().__new__(meta, name, bases, space)
        meta.known[name] = made
        return made


class Plugin(metaclass=Registry):
    pass


class Export(Plugin):
    kind = "csv"


print(list(Registry.known))
