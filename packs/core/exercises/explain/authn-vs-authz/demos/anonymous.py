def status(user, order):
    if order is None:
        return 404
    return 200 if user and order['owner'] == user['id'] else 403
