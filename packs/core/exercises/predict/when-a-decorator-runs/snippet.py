def logged(function):
    print("decorating")  # A

    def wrapper(*args):
        print("calling")  # B
        return function(*args)

    return wrapper
@logged
def area(side):
    return side * side  # C


print("ready")  # D
area(2)
area(3)
