def merge(meetings):
    merged = []
    for begin, end in sorted(meetings):
        if end < begin:
            raise ValueError("a meeting ends before it begins")
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return merged
