def generate(n, random):
    """Two chains of n people that only meet at the very top."""
    managers = {}
    for side in "ab":
        for number in range(n):
            managers[f"{side}{number:06d}"] = f"{side}{number + 1:06d}" if number < n - 1 else "boss"
    return managers, "a000000", "b000000"
