def distance(typed: str, meant: str) -> int:
    """Row by row: cell k of a row is the distance to the first k letters of meant (Wagner and Fischer, 1974)."""
    before = list(range(len(meant) + 1))
    for count, letter in enumerate(typed, start=1):
        row = [count]
        for column, other in enumerate(meant, start=1):
            row.append(min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != other)))
        before = row
    return before[-1]
