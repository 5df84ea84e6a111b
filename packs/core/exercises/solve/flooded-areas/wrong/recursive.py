def largest_area(rows):
    visited = set()

    def flood(row, column):
        if not (0 <= row < len(rows) and 0 <= column < len(rows[0])):
            return 0
        if rows[row][column] != "#" or (row, column) in visited:
            return 0
        visited.add((row, column))
        return 1 + flood(row - 1, column) + flood(row + 1, column) + flood(row, column - 1) + flood(row, column + 1)

    return max((flood(row, column) for row in range(len(rows)) for column in range(len(rows[0]))), default=0)
