rows = dict.fromkeys("ab", [])
rows["a"].append(1)
better = {key: [] for key in "ab"}
better["a"].append(1)
print(rows, better)
