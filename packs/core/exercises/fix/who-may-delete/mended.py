def may_delete(role, locked):
    """Whether somebody with this role may delete a document."""
    if locked:
        return role == "admin"
    if role in ("admin", "owner"):
        return True
    return False
