labels = [1] * 10 + [0] * 90
predictions = [0] * 100
