def inner(n):
    try:
        return 10 // n
    finally:
        print("inner leaves")


def outer(n):
    try:
        return inner(n)
    except ZeroDivisionError as error:
        print("caught", error)
        return 0


print(outer(5))
print(outer(0))
