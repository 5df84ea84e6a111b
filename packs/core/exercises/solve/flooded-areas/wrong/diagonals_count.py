def largest_area(rows):
    visited = set()
    largest = 0
    for row in range(len(rows)):
        for column in range(len(rows[0])):
            if rows[row][column] != "#" or (row, column) in visited:
                continue
            stack, count = [(row, column)], 0
            visited.add((row, column))
            while stack:
                y, x = stack.pop()
                count += 1
                for near in [(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]:
                    inside = 0 <= near[0] < len(rows) and 0 <= near[1] < len(rows[0])
                    if inside and rows[near[0]][near[1]] == "#" and near not in visited:
                        visited.add(near)
                        stack.append(near)
            largest = max(largest, count)
    return largest
