def make(number):
    return lambda: number

funcs = [make(number) for number in range(3)]
