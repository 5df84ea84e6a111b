"""The verbs that every surface shares, and the one place where things are wired together."""
