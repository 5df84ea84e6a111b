def page(orders, after, size):
    """The next `size` orders behind the cursor `after`, oldest first, and the cursor of the next page (None: no more).

    An order is (created_at, id); `after` is what the last page returned, or None for the first one.
    """
    ordered = sorted(orders)
    rest = [order for order in ordered if after is None or order > after]
    found = rest[:size]
    more = len(rest) > size
    return found, found[-1] if more else None
