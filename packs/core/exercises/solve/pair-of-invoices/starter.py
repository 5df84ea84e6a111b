def find_pair(amounts: list[int], payment: int) -> tuple[int, int] | None:
    """Return two amounts of different invoices that add up to payment, the smaller first, or None."""
    raise NotImplementedError
