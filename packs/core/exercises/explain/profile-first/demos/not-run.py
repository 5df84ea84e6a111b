def hottest(function):
    return function.__name__
