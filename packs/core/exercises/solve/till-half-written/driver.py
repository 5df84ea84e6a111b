def drive(stock, order):
    """Fill the shelves, take the order; what is left of the first article."""
    shelves = Stock()
    for name, pieces in stock:
        shelves.add(name, pieces)
    try:
        shelves.take(order)
    except LookupError:
        return -1
    return shelves.pieces(0)
