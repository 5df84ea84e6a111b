def largest_area(rows: list[str]) -> int:
    """Flood each area once, with a stack of its own."""
    visited: set[tuple[int, int]] = set()
    largest = 0
    for row, squares in enumerate(rows):
        for column, square in enumerate(squares):
            if square == "#" and (row, column) not in visited:
                largest = max(largest, _area(rows, (row, column), visited))
    return largest


def _area(rows, start, visited):
    stack = [start]
    visited.add(start)
    count = 0
    while stack:
        row, column = stack.pop()
        count += 1
        for near in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            inside = 0 <= near[0] < len(rows) and 0 <= near[1] < len(rows[0])
            if inside and rows[near[0]][near[1]] == "#" and near not in visited:
                visited.add(near)
                stack.append(near)
    return count
