total = 10
rows = [1, 2]
r = 7
sq = [x * x for x in rows]
rr = [r + 1 for r in rows]


class Shelf:
    size = 3
    wide = {n: n for n in range(2)}


print(sq, total, rr, r)
