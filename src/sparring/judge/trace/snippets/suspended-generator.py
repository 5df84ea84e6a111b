def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


parts = batches("abcde", 2)
print(next(parts))
print(next(parts))
print(list(parts))
