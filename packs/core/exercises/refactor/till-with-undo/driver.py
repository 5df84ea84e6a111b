def drive(steps):
    """Play the steps on one till; after each what the bill says, or what was raised."""
    till, seen = Till(), []
    for action, name, number in steps:
        try:
            said = till.undo() if action == "undo" else till.do(action, name, number)
            seen.append((said, [list(line) for line in till.lines], till.percent, till.total()))
        except (LookupError, ValueError) as error:
            seen.append((type(error).__name__, str(error), till.total()))
    return seen
