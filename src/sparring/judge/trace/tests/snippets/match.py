def area(shape):
    match shape:
        case ("square", side):
            return side * side
        case ("box", *sides):
            total = 1
            for side in sides:
                total *= side
            return total
        case _:
            return None


print(area(("square", 3)), area(("box", 2, 5)), area("?"))
