def double(number):
    return number + number


assert double(2) == 4
assert double(0) == 0
