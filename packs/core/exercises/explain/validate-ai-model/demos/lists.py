labels = [1, 0, 0]
predictions = [0, 0, 0]
