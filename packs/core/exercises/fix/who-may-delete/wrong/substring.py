def may_delete(role, locked):
    if locked:
        return role == "admin"
    if role in "admin owner":
        return True
    return False
