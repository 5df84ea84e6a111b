class Checked(type):
    def __new__(meta, name, bases, space):
        made = super().__new__(meta, name, bases, space)
        made.ready = True  # A
        return made

    def __call__(cls, *args):
        print("asked for one")  # B
        return super().__call__(*args)
class Service(metaclass=Checked):
    timeout = 3  # C

    def __init__(self):
        self.open = True  # D


first = Service()
second = Service()
print(first.ready)  # E
