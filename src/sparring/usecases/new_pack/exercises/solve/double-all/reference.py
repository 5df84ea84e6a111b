def double_all(numbers):
    return [2 * number for number in numbers]
