"""Reads out of a history which parts hang on one person, and plans the rest without them."""

from collections import Counter

HISTORY = [("payments", "ada")] * 18 + [("payments", "bruno")] * 2 + [("shop", "ada")] * 5 + [("shop", "carla")] * 6 + [("shop", "bruno")] * 4


def share_of_one(part):
    people = Counter(who for where, who in HISTORY if where == part)
    name, count = people.most_common(1)[0]
    return name, count / sum(people.values())


assert share_of_one("payments") == ("ada", 0.9), "nine commits of ten"
assert share_of_one("shop")[1] < 0.5


def fewest_leavers(part):
    """How many people must leave before half of the commits' knowledge is gone."""
    counts = sorted(Counter(who for where, who in HISTORY if where == part).values(), reverse=True)
    gone, number = 0, 0
    while 2 * gone < sum(counts):
        gone += counts[number]
        number += 1
    return number


assert fewest_leavers("payments") == 1 and fewest_leavers("shop") == 2

# The rest of the work, with one of three people gone after four weeks of which one goes into the handover.
work, week = 45, 5
with_all = work / (3 * week)
left_after_four = work - (2 * 4 * week + 0 * week)  # the expert takes nothing new
assert with_all == 3.0 and left_after_four == 5 and left_after_four / (2 * week) == 0.5, "four weeks and a half instead of three"
