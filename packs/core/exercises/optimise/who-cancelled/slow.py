def cancelled(before, now):
    """The addresses of `before` that are not in `now`, in their order; capitals make no difference."""
    gone = []
    for address in before:
        if address.lower() not in [other.lower() for other in now]:
            gone.append(address)
    return gone
