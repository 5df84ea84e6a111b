registry = {}

class Plugin:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        registry[cls.__name__] = cls
