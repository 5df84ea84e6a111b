"""What small additions do to a date, and what a swap does not."""

SPRINT_DAYS, PEOPLE = 10, 3
room = SPRINT_DAYS * PEOPLE
planned = {"export": 8, "returns": 10, "search": 7, "docs": 5}
assert sum(planned.values()) == room, "the sprint is full"

small = {f"small {n}": 1.5 for n in range(4)}  # "ten minutes", with test, review, release, and coming back to what one was doing
later = (sum(planned.values()) + sum(small.values())) / PEOPLE - SPRINT_DAYS
assert later == 2.0, "four small things, two days"


def swap(tasks, name, size, out):
    kept = {task: days for task, days in tasks.items() if task != out}
    return {**kept, name: size}


assert sum(swap(planned, "small", 5, out="docs").values()) == room

# A fifth kept free takes the same four in.
free = 0.2 * room
assert sum(small.values()) <= free
