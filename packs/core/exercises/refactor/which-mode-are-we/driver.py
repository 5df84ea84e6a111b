def drive(modes, events):
    """Open a shop for each mode, play the events (shop, action, who, cents); the log, with what was returned and raised."""
    log = []
    shops = [Shop(mode, log) for mode in modes]
    for number, action, who, cents in events:
        shop = shops[number % len(shops)]
        try:
            log.append(shop.order(who, cents) if action == "order" else shop.refund(who))
        except (LookupError, ValueError) as error:
            log.append(f"{type(error).__name__}: {error}")
    return log
