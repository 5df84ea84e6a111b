import ast
from random import Random

import pytest

from sparring.judge.mutants import decoys, mutants
from sparring.judge.mutants.decoys import alike
from sparring.judge.mutants.operators import OPERATORS

# One line of code, the operator, and every line that it is to become.
CHANGES = [
    ("x = a == b", "comparison", ["x = a != b"]),
    ("x = a in b", "comparison", ["x = a not in b"]),
    ("x = a is None", "comparison", ["x = a is not None"]),
    ("x = a < b", "comparison", ["x = a >= b"]),
    ("x = a < b", "boundary", ["x = a <= b"]),
    ("x = 0 <= a < b", "boundary", ["x = 0 < a < b", "x = 0 <= a <= b"]),
    ("x = (a + b) * c", "arithmetic", ["x = (a - b) * c", "x = (a + b) + c"]),
    ("x = a - (b - c)", "arithmetic", ["x = a + (b - c)", "x = a - (b + c)"]),
    ("x += 1", "arithmetic", ["x -= 1"]),
    ("x = -a", "arithmetic", ["x = a"]),
    ("x = 'a' + b", "arithmetic", []),
    ("x = a and b or c", "boolean", ["x = (a and b) and c", "x = a or b or c"]),
    ("x = not a", "boolean", ["x = a"]),
    ("x = True", "boolean", ["x = False"]),
    ("x = 1 if a else 2", "condition", ["x = 1 if not a else 2"]),
    ("x = 'è' + f(2)", "constant", ["x = 'è_' + f(2)", "x = 'è' + f(3)"]),
    ("x = b''", "constant", ["x = b'_'"]),
    ("x = a[1:]", "slice", ["x = a[:]"]),
    ("x = a[1:n:-1]", "slice", ["x = a[:n:-1]", "x = a[1::-1]", "x = a[1:n]"]),
    ("f(a, b=1)", "removed-statement", ["pass"]),
    ("x = f(a, b, c)", "swapped-arguments", ["x = f(b, a, c)"]),
    ("x = f(*a, b)", "swapped-arguments", []),
    ("x = f(a, a)", "swapped-arguments", []),
    ("x = max(a, b)", "swapped-arguments", []),
    ("raise ValueError('no')", "exception", ["pass", "raise TypeError('no')"]),
]


def changed(source, operator):
    return sorted(mutant.source for mutant in mutants(source) if mutant.operator == operator)


@pytest.mark.parametrize(("line", "operator", "expected"), CHANGES)
def test_an_operator_changes_a_line(line, operator, expected):
    assert changed(line, operator) == sorted(expected)


def test_a_return_gives_nothing_back():
    assert changed("def f(a):\n    return a\n", "return") == ["def f(a):\n    return None\n"]
    assert changed("def f(a):\n    return None\n", "return") == []


def test_a_fresh_container_becomes_a_shared_default():
    source = "def f(a, items=None):\n    if items is None:\n        items = []\n    items.append(a)\n    return items\n"
    assert changed(source, "mutable-default") == ["def f(a, items=[]):\n    pass\n    items.append(a)\n    return items\n"]


def test_break_and_continue_stand_for_each_other():
    assert changed("for x in y:\n    continue\n", "boolean") == ["for x in y:\n    break\n"]


def test_every_operator_is_used_by_a_test():
    assert {operator for _, operator, _ in CHANGES} | {"return", "mutable-default"} == set(OPERATORS)


def test_what_nobody_tests_is_left_alone():
    source = '"""Text."""\nimport a\n__all__ = ["x"]\n\n\ndef f(x: int = a) -> "int":\n    """Text."""\n    raise Unknown("words")\n\n\nif __name__ == "__main__":\n    f(1)\n'
    assert {mutant.operator for mutant in mutants(source)} == {"exception"}


def test_mutants_that_mean_the_same_are_left_out():
    found = mutants("def f(a):\n    return a * 1 + 0\n")
    assert len({mutant.source for mutant in found}) == len(found)
    assert not any(ast.dump(ast.parse(mutant.source)) == ast.dump(ast.parse("def f(a):\n    return a * 1 + 0\n")) for mutant in found)


def test_ids_and_diffs_name_the_line():
    source = "def f(a, b):\n    c = a\n    return c < b\n"
    mutant = next(each for each in mutants(source) if each.operator == "boundary")
    assert (mutant.id, mutant.line, mutant.lines) == ("3-boundary-1", 3, (3, 3))
    assert mutant.diff == "@@ -2,2 +2,2 @@\n     c = a\n-    return c < b\n+    return c <= b"
    ids = [each.id for each in mutants(source)]
    assert len(set(ids)) == len(ids)


def test_what_cannot_be_parsed_is_a_syntax_error():
    with pytest.raises(SyntaxError):
        mutants("def f(:\n")


def test_some_right_versions_differ_in_a_token_only():
    source = "def f(n):\n    if n < 12:\n        return n\n    return n - 7\n"
    found = {each.source for seed in range(20) for each in alike(source, Random(seed))}
    for was, now in (("n < 12", "n < 0xc"), ("n < 12", "12 > n"), ("n - 7", "n - 0x7")):
        assert source.replace(was, now) in found
    space = {}
    for text in found:
        exec(text, space)  # noqa: S102 - made of the text that stands above
        assert [space["f"](n) for n in (11, 12, 13)] == [11, 5, 6]


def test_decoys_do_the_same_in_other_words():
    source = "def f(items):\n    '''Text.'''\n    total = 0\n    for item in items:\n        total += item\n    return total\n"
    found = decoys(source)
    assert set(found) == {"layout", "padded", "names"}
    for text in found.values():
        assert text != source
        space = {}
        exec(text, space)  # noqa: S102 - a text that stands above
        assert (space["f"]([1, 2]), space["f"].__doc__) == (3, "Text.")
    assert "total_0" in found["names"]
    assert "names" not in decoys("def f():\n    a = 1\n    return locals()\n")
