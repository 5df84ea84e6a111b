def cancelled(before, now):
    still_here = set(now)
    return [address for address in before if address not in still_here]
