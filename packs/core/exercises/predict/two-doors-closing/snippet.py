class Door:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self  # A

    def __exit__(self, *error):
        print("closing", self.name)  # B


try:
    with Door("outer"), Door("inner"):
        int("two")  # C
        print("inside")  # D
except ValueError:
    print("caught")  # E
