"""What a reviewer has to read at the second look: with commits added, and with everything rewritten into one."""

import difflib

FIRST = [f"line {n}\n" for n in range(300)]
MENDED = list(FIRST)
MENDED[40] = "line 40, with the permission checked\n"
MENDED[200] = "line 200, with the empty list\n"


def changed(before, after):
    return sum(row[:1] in "+-" and row[:3] not in ("+++", "---") for row in difflib.unified_diff(before, after, n=0))


again = changed(FIRST, MENDED)  # the commits since the first look
whole = changed([], MENDED)  # one commit, force pushed: all of it is new
assert (again, whole) == (4, 300)

# A fact settles what an opinion does not: is the set worth it for three elements? Count the comparisons.
asked = []


class Watched:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        asked.append(self.value)
        return self.value == other.value

    def __hash__(self):
        return hash(self.value)


few, many = [Watched(n) for n in range(3)], [Watched(n) for n in range(1000)]
assert Watched(2) in few and len(asked) == 3
asked.clear()
assert Watched(999) in many and len(asked) == 1000
asked.clear()
assert Watched(999) in set(many) and len(asked) <= 3
