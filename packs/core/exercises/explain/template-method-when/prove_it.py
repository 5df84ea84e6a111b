"""`Import` owns the order; subclasses own the steps."""


def check(source, names):
    """None when the skeleton calls the steps, the hook is optional and the step is not."""
    base = names["Import"]

    class Words(base):
        def read(self, text):
            return text.split()

        def keep(self, row):
            return len(row) > 1

    class Letters(base):
        def read(self, text):
            return [*text]

    if Words().run("a bc d ef") != ["bc", "ef"]:
        return "skeleton"
    try:
        if Letters().run("ab0") != ["a", "b", "0"]:
            return "no-hook"
    except (AttributeError, TypeError, NotImplementedError):
        return "no-hook"

    class Forgot(base):
        def keep(self, row):
            return True

    try:
        Forgot()
    except Exception:
        return None
    return "forgotten-step"
