def recall_at(k, found, right):
    return sum(right[q] in found[q][:k] for q in found) / len(found)
