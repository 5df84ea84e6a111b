first = [1]
second = first
second.append(2)
print(first)
print(len(second))
print(1 / 0)
