def cancelled(before, now):
    left = {address.lower() for address in before} - {address.lower() for address in now}
    return sorted(address for address in before if address.lower() in left)
