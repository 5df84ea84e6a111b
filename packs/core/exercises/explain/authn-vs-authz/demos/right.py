def status(user, order):
    if user is None:
        return 401
    if order is None or order["owner"] != user["id"]:
        return 404
    return 200
