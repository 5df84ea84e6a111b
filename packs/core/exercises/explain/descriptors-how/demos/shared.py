class Positive:
    def __get__(self, obj, owner=None): return self.value
    def __set__(self, obj, value):
        if value <= 0: raise ValueError(value)
        self.value = value
