def checkout(items, code):
    """What is to be paid for the items, in cents, with the campaign of this code."""
    if code == "ten-percent":
        total = 0
        for name, cents, pieces in items:
            total = total + cents * pieces
        discount = total // 10
        return total - discount
    elif code == "three-for-two":
        total = 0
        for name, cents, pieces in items:
            total = total + cents * pieces
        discount = 0
        for name, cents, pieces in items:
            if pieces >= 3:
                discount = discount + pieces // 3 * cents
        return total - discount
    elif code == "cheapest-free":
        total = 0
        for name, cents, pieces in items:
            total = total + cents * pieces
        discount = None
        for name, cents, pieces in items:
            if pieces > 0:
                if discount is None or cents < discount:
                    discount = cents
        if discount is None:
            discount = 0
        return total - discount
    else:
        total = 0
        for name, cents, pieces in items:
            total = total + cents * pieces
        return total
