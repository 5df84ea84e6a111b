"""`hottest` looks at a profile, not at the source."""


def check(source, names):
    """None when it names the function that was called most."""
    runs = []

    def often():
        return len(runs)

    def seldom():
        return [often() for _ in range(7)]

    def main():
        runs.append(1)
        for _ in range(30):
            seldom()
        for _ in range(400):
            often()

    def other():
        runs.append(1)
        for _ in range(2000):
            rival()

    def rival():
        return None

    first = names["hottest"](main)
    if len(runs) != 1:
        return "not-run"
    if first not in ("often", "<built-in method builtins.len>"):
        return "other-name"
    return None if names["hottest"](other) == "rival" else "other-name"
