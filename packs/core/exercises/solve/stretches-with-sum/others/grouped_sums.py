from collections import Counter
from itertools import accumulate


def stretches_with_sum(movements, target):
    seen, count = Counter(), 0
    for total in accumulate(movements, initial=0):
        count += seen[total - target]
        seen[total] += 1
    return count
