def may_delete(role, locked):
    return role == "admin"
