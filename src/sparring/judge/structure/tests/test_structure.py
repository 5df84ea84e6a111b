"""The figures of code: known examples, places, gains, and that nothing of it is taken for code that runs."""

from textwrap import dedent

import pytest

from sparring.judge.structure import change, gained, lint, measure, size, spots, worse

CHAIN = dedent('''
    def price(kind, n):
        """What n pieces cost."""
        if kind == "a":
            total = n * 3
            if total > 100:
                total = total * 0.9
            return round(total, 2)
        elif kind == "b":
            total = n * 4
            if total > 200:
                total = total * 0.8
            return round(total, 2)
        return 0
''')
TABLE = dedent("""
    RATES = {"a": (3, 100, 0.9), "b": (4, 200, 0.8)}


    def price(kind, n):
        rate, limit, discount = RATES.get(kind, (0, 0, 1))
        total = n * rate
        return round(total * discount if total > limit else total, 2)
""")
PRIMES = dedent("""
    def sum_of_primes(most):
        total = 0
        for i in range(2, most + 1):
            prime = True
            for j in range(2, i):
                if i % j == 0:
                    prime = False
                    break
            if prime:
                total += i
        return total
""")


def test_cognitive_complexity_as_in_the_paper():
    assert measure(PRIMES).figures["cognitive"] == 1 + 2 + 3 + 2


@pytest.mark.parametrize(
    ("body", "cost"),
    [
        ("return a and b and c", 1),
        ("return a and b or c", 2),
        ("if a:\n    return 1\nelif b:\n    return 2\nelse:\n    return 3", 3),
        ("try:\n    return a\nexcept ValueError:\n    if b:\n        return b", 1 + 2),
        ("while a:\n    a = f(a)", 2),
        ("match a:\n    case 1 if b:\n        return 1\n    case _:\n        return 2", 2),
        ("return [x for x in a if x if b]", 1),
    ],
)
def test_what_counts(body, cost):
    source = "def f(a, b=0, c=0):\n" + "\n".join(f"    {line}" for line in body.splitlines())
    assert measure(source).figures["cognitive"] == cost


def test_repetition_is_seen_behind_other_names_and_numbers():
    structure = measure(CHAIN)
    assert structure.figures == {"cognitive": 6, "nesting": 2, "longest": 11, "repeated": 4}
    assert [(each.line, each.first) for each in structure.repeated] == [(10, 5)]
    assert any(spot.measure == "repeated" and spot.first == 5 for spot in spots(structure))


def test_an_elif_is_no_deeper_than_its_if():
    assert measure(CHAIN.replace("elif kind", "else:\n        pass\n    if kind")).figures["nesting"] == measure(CHAIN).figures["nesting"]


def test_the_gain_is_a_share_of_what_a_good_solution_gains():
    chain, table = measure(CHAIN), measure(TABLE)
    assert gained(chain, chain, table) == 0
    assert gained(chain, table, table) == 1
    assert gained(table, chain, chain) == 1  # there is nothing to gain
    assert worse(table, chain) == ("cognitive", "nesting", "longest", "repeated")
    assert worse(chain, table) == ()


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\nf = eval('x + 1')\n",
        "x = 1\nrun = exec\n",
        "x = 1\nimport builtins\n",
        "x = 1\nfrom importlib import import_module\n",
        "x = 1\n__import__('os')\n",
        "x = 1\nf = vars(__builtins__)\n",
        "x = 1\nf = x.exec\n",
        "x = 1\nf = globals()['__builtins__']\n",
        "x = 1\nTEXT = 'def price(kind, n):\\n    if kind == 1:\\n        return n * 3\\n    return n * 4\\n'\n",
    ],
)
def test_code_made_of_text_is_told(source):
    assert measure(source).hiding == (2,)


@pytest.mark.parametrize(
    "source",
    [
        "import re\nWORD = re.compile('a')\n",
        'def f(x):\n    """return what the sum of all these numbers is, and nothing else: x = 1; y = 2"""\n    return x\n',
        "NAME = 'the total of everything that was bought, without the discount'\n",
        "PATH = 'reports/2024/january/customers/by_region/and_by_product_line.csv'\n",
    ],
)
def test_texts_and_patterns_hide_nothing(source):
    assert measure(source).hiding == ()


FOLDED = """
price = lambda kind, n: (
    (sum(a * b for a, b in n) - 1 if sum(a * b for a, b in n) > 100 else sum(a * b for a, b in n)) if kind == "a" else
    ((sum(a * b for a, b in n) if n else 0) if kind == "b" else 0))
"""


@pytest.mark.parametrize("head", ["price = lambda kind, n: ", "def price(kind, n):\n    return ", "PRICE = "])
def test_a_nest_that_is_folded_into_an_expression_is_measured_like_one_of_statements(head):
    figures = measure(FOLDED.replace("price = lambda kind, n: ", head)).figures
    assert figures["cognitive"] >= 8
    assert figures["nesting"] == 2
    assert figures["longest"] >= 5
    assert figures["repeated"] == 3


def test_one_conditional_expression_is_an_idiom():
    assert measure("def f(a, b):\n    return a if a else b\n").figures == {"cognitive": 1, "nesting": 0, "longest": 1, "repeated": 0}


def test_a_change_counts_lines_of_code_alone():
    edit = change("a = 1\nb = 2\n", "a = 1   \n# why\n\nb = 3\n")
    assert (edit.added, edit.removed, size(edit)) == (1, 1, 1)
    assert change("a\n", "a").lines == ()


def test_the_linter_names_places_and_obeys_nothing_in_the_source():
    pytest.importorskip("ruff")
    found = lint("# ruff: noqa\nimport os\n\n\ndef f(x=[]):  # noqa\n    try:\n        return x\n    except:\n        pass\n")
    assert found is not None
    assert {(place.line, place.what[-6:].strip("(").rstrip(")")) for place in found} >= {(5, "B006")} | {(2, " (F401"[2:])}
