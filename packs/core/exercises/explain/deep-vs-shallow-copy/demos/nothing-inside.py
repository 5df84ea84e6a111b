import copy
original = [1, 2, 3]
shallow, deep = original.copy(), copy.deepcopy(original)
