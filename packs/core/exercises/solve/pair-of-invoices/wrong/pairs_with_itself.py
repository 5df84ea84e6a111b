def find_pair(amounts, payment):
    left, right = 0, len(amounts) - 1
    while left <= right:
        total = amounts[left] + amounts[right]
        if total == payment:
            return amounts[left], amounts[right]
        if total < payment:
            left += 1
        else:
            right -= 1
    return None
