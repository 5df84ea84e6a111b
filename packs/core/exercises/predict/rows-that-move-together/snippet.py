FREE, TAKEN = 0, 1


def empty_plan(rows, places):
    return [[FREE] * places] * rows


seats = empty_plan(rows=2, places=3)
seats[0][0] = TAKEN
print(seats[0])
print(seats[1])
print(seats[0] is seats[1])
seats[0] = seats[0] + [FREE]
seats[1][2] = TAKEN
print(seats[0], seats[1])
