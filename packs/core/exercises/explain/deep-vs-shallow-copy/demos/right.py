import copy
original = {"name": "a", "tags": ["x"]}
shallow = copy.copy(original)
deep = copy.deepcopy(original)
