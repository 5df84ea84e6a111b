def depth(tree):
    if not tree:
        return 0
    return 1 + max([depth(branch) for branch in tree])


print(depth([[], [[]]]) if True else None)
