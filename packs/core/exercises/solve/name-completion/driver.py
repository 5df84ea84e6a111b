def drive(names):
    """A question for the beginning of every name; count the suggestions."""
    completer = Completer(names)
    return sum(len(completer.suggest(name[:6])) for name in names)
