"""Counts, for the same work, the day on which something can first be used: cut by layer and cut by slice."""

LAYERS = ("database", "backend", "page")
SLICES = ("request", "refund", "items")
COST = {(one, layer): 1 for one in SLICES for layer in LAYERS}

by_layer = [(one, layer) for layer in LAYERS for one in SLICES]
by_slice = [(one, layer) for one in SLICES for layer in LAYERS]


def usable(order):
    """For each slice, the day on which its last layer is done."""
    day, done, found = 0, set(), {}
    for piece in order:
        day += COST[piece]
        done.add(piece)
        for one in SLICES:
            if one not in found and all((one, layer) in done for layer in LAYERS):
                found[one] = day
    return found


assert sum(COST.values()) == 9 and sorted(by_layer) == sorted(by_slice), "the same work"
assert usable(by_layer) == {"request": 7, "refund": 8, "items": 9}
assert usable(by_slice) == {"request": 3, "refund": 6, "items": 9}


# Stopped on day 4, the slices have something to show and the layers have not.
def shown(order, day):
    return [one for one, at in usable(order).items() if at <= day]


assert shown(by_slice, 4) == ["request"] and shown(by_layer, 4) == []

# What stands at the end is what is cut when the time is up.
with_tests_last = [*by_slice, "tests"]
assert "tests" not in with_tests_last[:9]
