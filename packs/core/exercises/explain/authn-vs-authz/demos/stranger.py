def status(user, order):
    if user is None: return 401
    return 404 if order is None else 200
