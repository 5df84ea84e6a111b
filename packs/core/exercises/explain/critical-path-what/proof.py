"""The longest chain, the slack beside it, and what happens when one person has to do two independent tasks."""

DAYS = {"schema": 2, "endpoint": 3, "tests": 2, "release": 1, "docs": 2}
AFTER = {"endpoint": ["schema"], "tests": ["endpoint"], "release": ["tests", "docs"], "docs": ["schema"]}


def ends(days, busy=()):
    """The day on which each task ends at the earliest; `busy`: pairs that one person does one after the other."""
    found = {}
    while len(found) < len(days):
        for task in days:
            before = AFTER.get(task, []) + [first for first, second in busy if second == task]
            if task not in found and all(name in found for name in before):
                found[task] = max((found[name] for name in before), default=0) + days[task]
    return found


def end(**changes):
    return max(ends({**DAYS, **changes}).values())


assert end() == 8 == DAYS["schema"] + DAYS["endpoint"] + DAYS["tests"] + DAYS["release"]
assert end(endpoint=4) == 9, "a day on the path is a day of the project"
assert end(docs=5) == 8 and end(docs=6) == 9, "three days of slack, not four"
assert end(docs=1) == 8, "faster beside the path: nothing gained"
assert end(endpoint=1) == 6, "two days gained on it are two days of the project"

# One person for endpoint and docs: no arrow between them, and yet they wait.
assert max(ends(DAYS, busy=[("docs", "endpoint")]).values()) == 10
assert max(ends(DAYS, busy=[("endpoint", "docs")]).values()) == 8

assert 0.10 < 0.8**10 < 0.11
