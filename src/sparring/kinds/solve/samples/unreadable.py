def pairs(items:
    return
