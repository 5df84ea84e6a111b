def largest_area(rows):
    parent, size = {}, {}

    def root(square):
        while parent[square] != square:
            parent[square] = parent[parent[square]]
            square = parent[square]
        return square

    for row, squares in enumerate(rows):
        for column, square in enumerate(squares):
            if square != "#":
                continue
            here = row, column
            parent[here], size[here] = here, 1
            for near in ((row - 1, column), (row, column - 1)):
                if near in parent:
                    one, other = root(here), root(near)
                    if one != other:
                        parent[other] = one
                        size[one] += size[other]
    return max((size[square] for square in parent if parent[square] == square), default=0)
