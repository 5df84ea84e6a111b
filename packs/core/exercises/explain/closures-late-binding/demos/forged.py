turns = iter([0, 1, 2])
funcs = [lambda: next(turns) for _ in range(3)]
