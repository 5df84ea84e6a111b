import copy

rows = [[1, 2], [3, 4]]
shallow = copy.copy(rows)
deep = copy.deepcopy(rows)
rows[0].append(9)
rows.append([5])
print(rows)
print(shallow)
print(deep)
