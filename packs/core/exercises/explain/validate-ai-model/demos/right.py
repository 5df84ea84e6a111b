labels = [1] * 3 + [0] * 97
predictions = [0] * len(labels)
accuracy = sum(a == b for a, b in zip(labels, predictions)) / len(labels)
print(f"accuracy {accuracy:.0%}, frauds found 0 of {sum(labels)}")
