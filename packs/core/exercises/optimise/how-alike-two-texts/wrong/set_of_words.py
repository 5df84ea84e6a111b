def common(old, new):
    return len(set(old) & set(new))
