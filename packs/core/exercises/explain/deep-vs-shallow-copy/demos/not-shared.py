import copy
original = [[1], [2]]
shallow, deep = copy.deepcopy(original), copy.deepcopy(original)
