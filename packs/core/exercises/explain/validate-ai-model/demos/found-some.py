labels = [1] * 3 + [0] * 97
predictions = [1] + [0] * 99
