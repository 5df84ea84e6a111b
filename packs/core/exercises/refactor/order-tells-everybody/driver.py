def drive(events, has_card):
    """Play the events on one order; the log, with what was raised among its lines."""
    log = []
    order = Order(log, has_card)
    for name, cents in events:
        try:
            order.pay(cents) if name == "pay" else getattr(order, name)()
        except RuntimeError as error:
            log.append(f"RuntimeError: {error}")
    return log
