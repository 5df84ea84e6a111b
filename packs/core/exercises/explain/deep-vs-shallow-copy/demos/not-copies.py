original = {'tags': ['x']}
shallow = original
deep = {'tags': ['x']}
