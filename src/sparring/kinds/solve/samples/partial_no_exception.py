def pairs(values):
    return list(zip(values or [], (values or [])[1:]))
