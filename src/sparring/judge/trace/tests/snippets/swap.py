a, b = [1], [2]
a, b = b, a
first, *rest = range(4)
print(a, b, first, rest)
