def status(user, order):
    return 401 if user is None else 403
