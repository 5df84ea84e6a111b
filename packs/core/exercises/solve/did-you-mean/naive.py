def distance(typed: str, meant: str) -> int:
    """The whole table, and every gap of any length tried."""
    table = [[0] * (len(meant) + 1) for _ in range(len(typed) + 1)]
    for row in range(len(typed) + 1):
        for column in range(len(meant) + 1):
            if not row or not column:
                table[row][column] = row + column
                continue
            best = table[row - 1][column - 1] + (typed[row - 1] != meant[column - 1])
            for gap in range(1, row + 1):
                best = min(best, table[row - gap][column] + gap)
            for gap in range(1, column + 1):
                best = min(best, table[row][column - gap] + gap)
            table[row][column] = best
    return table[-1][-1]
