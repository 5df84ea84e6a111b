order = ("A-17", ["tea"])
order[1].append("rice")
order[1] += ["salt"]
print(order)
