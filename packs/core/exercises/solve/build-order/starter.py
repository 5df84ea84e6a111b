def build_order(needs: dict[str, list[str]]) -> list[str]:
    """Return all steps, each after everything it needs; ValueError if they wait for each other."""
    raise NotImplementedError
