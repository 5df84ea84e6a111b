def recall_at(k, found, right):
    asked = [question for question in found if right[question] is not None]
    hits = sum(right[question] in found[question][:k] for question in asked)
    return hits / len(asked) if asked else None
