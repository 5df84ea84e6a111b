def cancelled(before, now):
    """The addresses of `before` that are not in `now`, in their order; capitals make no difference."""
    still_here = {address.lower() for address in now}
    return [address for address in before if address.lower() not in still_here]
