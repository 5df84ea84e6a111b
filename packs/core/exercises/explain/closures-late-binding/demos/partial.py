from functools import partial
funcs = [partial(print, i) for i in range(3)]
