def first[T](xs: list[T]) -> T:
    return xs[0]
class Box[T]:
    def __init__(self, x: T): self.x = x
type Pair[A] = tuple[A, A]
a = first([1])
b = Box("s").x
