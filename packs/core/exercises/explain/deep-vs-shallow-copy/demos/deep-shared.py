original = [[1], [2]]
shallow, deep = original[:], list(original)
