def largest_area(rows):
    for number, row in enumerate(rows):
        if isinstance(row, str):
            rows[number] = list(row)
    largest = 0
    for row in range(len(rows)):
        for column in range(len(rows[0])):
            stack, count = [(row, column)], 0
            while stack:
                y, x = stack.pop()
                if not (0 <= y < len(rows) and 0 <= x < len(rows[0])) or rows[y][x] != "#":
                    continue
                rows[y][x] = "."
                count += 1
                stack += [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
            largest = max(largest, count)
    return largest
