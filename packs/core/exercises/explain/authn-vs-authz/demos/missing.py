def status(user, order):
    if user is None: return 401
    return 403 if order is None or order['owner'] != user['id'] else 200
