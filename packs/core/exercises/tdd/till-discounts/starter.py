def to_pay(basket, voucher=0):
    """What a basket costs in cents: pairs of a name and a price; `voucher`: percent off."""
    raise NotImplementedError
