funcs = [lambda: 0, lambda: 1, lambda: 2]
