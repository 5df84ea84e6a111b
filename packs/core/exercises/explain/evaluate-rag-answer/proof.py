"""Recall at k tells the two halves apart, and a hundred questions leave a wide interval."""

import math

found = {"q1": ["a", "b", "c"], "q2": ["d", "e", "f"], "q3": ["g", "h", "i"]}
right = {"q1": "a", "q2": "f", "q3": "z"}


def recall_at(k):
    return sum(right[q] in passages[:k] for q, passages in found.items()) / len(found)


assert recall_at(1) == 1 / 3
assert recall_at(3) == 2 / 3
ranks = [passages.index(right[q]) + 1 if right[q] in passages else math.inf for q, passages in found.items()]
assert abs(sum(1 / rank for rank in ranks) / 3 - (1 + 1 / 3) / 3) < 1e-9

width = 1.96 * math.sqrt(0.8 * 0.2 / 100)
assert 0.07 < width < 0.09
