labels = [0] * 100
predictions = [0] * 100
