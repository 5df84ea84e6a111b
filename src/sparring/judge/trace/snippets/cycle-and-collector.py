import gc

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


left = Node("left")
right = Node("right")
left.other = right
right.other = left
del left
del right
print(gc.collect() > 0)
