visits = {}
visits[("Rome", 2026)] = 3
place = ("Rome", ["May", "June"])
visits[place] = 5
print(len(visits))
