import copy

rows = [["Ada", 36], ["Bob", 25]]
first, same = rows[0], rows[:][0]
listed = list(rows)[0]
deep = copy.deepcopy(rows)[0]
deep[1] = 37
print(first, same, listed, deep)
