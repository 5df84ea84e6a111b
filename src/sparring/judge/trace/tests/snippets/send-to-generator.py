def average():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


mean = average()
next(mean)
mean.send(10)
print(mean.send(20))
mean.close()
