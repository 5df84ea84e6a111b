import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*args):
        wrapper.calls += 1
        return function(*args)

    wrapper.calls = 0
    return wrapper


@counted
def double(n):
    return 2 * n


double(4)
double(5)
print(double.__name__, double.calls)
