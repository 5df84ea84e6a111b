def recall_at(k, found, right):
    asked = [q for q in found if right[q] is not None]
    return sum(right[q] in found[q][:k] for q in asked) / len(asked)
