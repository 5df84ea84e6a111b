def once(function):
    """Run function at the first call and return the same object ever after."""
    result = None

    def wrapper():
        nonlocal result
        if result is None:
            result = function()
        return result

    return wrapper
