def reset(rows):
    rows.clear()
    rows = ["new"]
    return rows


data = ["old"]
fresh = reset(data)
print(data, fresh)
