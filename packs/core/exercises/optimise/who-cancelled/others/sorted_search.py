from bisect import bisect_left


def cancelled(before, now):
    here = sorted(address.lower() for address in now)

    def is_here(address):
        at = bisect_left(here, address)
        return at < len(here) and here[at] == address

    return [address for address in before if not is_here(address.lower())]
