import gc


class File:
    def __init__(self, name):
        self.name, self.twin = name, None

    def __del__(self):
        print("closed", self.name)


gc.disable()
a, b, c = File("a"), File("b"), File("c")
other = a
b.twin, c.twin = c, b
del a, b, c
print("deleted")
other = None
gc.collect()
print("end")
