queue = ["a", "b", "c"]
watched = queue
head = queue[:2]
queue[:2] = ["z"]
print(queue, watched, head)
