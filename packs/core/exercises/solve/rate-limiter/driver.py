def drive(limit, window, instants):
    """How many of one client's requests pass."""
    limiter = RateLimiter(limit, window)
    passed = 0
    for now in instants:
        if limiter.allow("acme", now):
            passed += 1
    return passed
