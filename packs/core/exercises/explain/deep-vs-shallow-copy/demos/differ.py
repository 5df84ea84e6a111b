original = {'tags': ['x']}
shallow = dict(original)
deep = {'tags': ['y']}
