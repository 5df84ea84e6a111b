def evaluate(text: str) -> float:
    """Compute a formula of numbers, + - * /, brackets and minus signs; ValueError if it is none."""
    raise NotImplementedError
