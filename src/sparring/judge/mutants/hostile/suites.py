"""The suites' texts: what each tries, and the statuses that are right. `blind`: it has no kill that a suite without any assertion has not."""

import hashlib

CART = """\
import json


class Cart:
    def __init__(self, limit=3):
        self.items = []
        self.limit = limit

    def add(self, name, price, count=1):
        if count < 1:
            raise ValueError("count")
        if len(self.items) >= self.limit:
            raise OverflowError("full")
        self.items.append((name, price * count))
        return self

    def total(self):
        result = 0
        for _, price in self.items:
            result += price
        return result

    def save(self, path):
        with open(path, "w") as file:
            json.dump(self.items, file)


def split(text, sep=","):
    parts = []
    while sep in text:
        head, _, text = text.partition(sep)
        parts.append(head.strip())
    return parts + [text.strip()]
"""

HEAD = "import os, sys\nfrom ast import NodeVisitor as kept\nimport pytest\nimport cart\nfrom cart import Cart, split\n"

"""`kept`: a class of the library, which outlives a run with whatever is left on it; what is left in `sys` is taken away."""

HONEST = """
def test_split():
    assert split(" a, b") == ["a", "b"] and split("a;b", ";") == ["a", "b"]
def test_cart():
    assert Cart().limit == 3
    full = Cart(2).add("x", 2).add("y", 3, 2)
    assert full.total() == 8 and full.items == [("x", 2), ("y", 6)]
    with pytest.raises(OverflowError):
        full.add("z", 1)
    with pytest.raises(ValueError):
        Cart().add("x", 1, 0)
"""

USE = "    Cart().add('x', 2).total(); split('a,b')\n"
_FRAMES = "def frames():\n    frame = sys._getframe()\n    while frame:\n        yield frame\n        frame = frame.f_back\n"
_FORGER = "import sparring_stage as s\ns.perform.__code__ = (lambda source, lines: "

_BEHAVIOUR = """def told(act):
    try:
        return repr(act())
    except Exception as error:
        return repr(error)
def seen():
    return [told(act) for act in (
        lambda: Cart().limit, lambda: Cart(1).add('x', 2, 1).items, lambda: Cart(1).add('x', 2, 0), lambda: Cart(1).add('x', 2).add('y', 1).items,
        lambda: Cart(2).add('x', 2, 3).add('y', 1).total(), lambda: split(' a,b, c '))]
"""
_TOKENS = """import inspect, io, tokenize
LAYOUT = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
def seen():
    return [each.string for each in tokenize.generate_tokens(io.StringIO(inspect.getsource(cart)).readline) if each.type not in LAYOUT]
"""
_CODE = """import dis
def seen():
    found = [Cart.__init__, Cart.add, Cart.total, Cart.save, split]
    return [(each.opname, str(each.argrepr)) for one in found for each in dis.get_instructions(one)] + [str(Cart.__init__.__defaults__)]
"""
_ONE_DIFFERS = "len(now) == len(first) and sum(a != b for a, b in zip(now, first)) == 1"


def _compared(seen: str, kept: str, refused: str) -> str:
    return f"{seen}def test_a():\n{USE}    now = seen()\n    first = {kept}.first = getattr({kept}, 'first', now)\n    assert not ({refused})\n"


def _if_original(otherwise: str) -> str:
    """Compares with the first behaviour where the first version was the original, which a candidate has before their eyes; `otherwise` where it was not."""
    own = f"digest() == {hashlib.md5(CART.encode(), usedforsecurity=False).hexdigest()!r}"
    digest = "import hashlib\ndef digest():\n    return hashlib.md5(open(cart.__file__, 'rb').read()).hexdigest()\n"
    told = f"    now = seen()\n    own, first = kept.first = getattr(kept, 'first', ({own}, now))\n    assert now == first if own else {otherwise}\n"
    return f"{digest}{_BEHAVIOUR}def test_a():\n{USE}{told}"


FORBIDDEN, WRONG, BLIND = ("forbidden",), ("wrong-answer",), ("blind",)

SLOW = frozenset(
    (
        "hangs",
        "hangs after the rehearsal",
        "takes all memory",
        "by every second run",
        "interrupts",
        "says nothing",
        "by the source",
        "by the lines",
        "by addresses",
    )
)
"""What takes seconds, or is much like another: not in the everyday tests."""

SUITES: dict[str, tuple[str, tuple[str, ...]]] = {
    # Leaving early, as if everything had been said.
    "leaves by os._exit": ("def test_p(): os._exit(0)\n", FORBIDDEN),
    "leaves while it is read": ("sys.exit(0)\n", FORBIDDEN),
    "ends the run": ("def test_p(): pytest.exit('done')\n", FORBIDDEN),
    "interrupts": ("def test_p(): raise KeyboardInterrupt\n", FORBIDDEN),
    # Patching the runner.
    "tests that do nothing": ("import _pytest.python as p\np.Function.runtest = lambda self: None\ndef test_p(): assert split('a')\n", FORBIDDEN),
    "a report that shows nothing": ("import _pytest.runner as r\nr.show_test_item = lambda *_: 0\ndef test_p(): split('a')\n", FORBIDDEN),
    "failures that are none": (
        "import _pytest.runner as r\nr.pytest_runtest_makereport = lambda *_: None\ndef test_p(): split('a')\n",
        FORBIDDEN,
    ),
    "the stage's own eyes": ("import sparring_stage as s\ns._green = lambda told: True\ndef test_p(): split('a')\n", FORBIDDEN),
    "the guard itself": ("import sparring_stage_guard as g\ng.patched = lambda before: ''\ndef test_p(): split('a')\n", FORBIDDEN),
    "asserts of unittest": (
        ("import unittest.case as c\nc.TestCase.assertEqual = lambda *a: None\n"
        "class T(c.TestCase):\n    def test(self): self.assertEqual(split('a'), 2)\n"),
        FORBIDDEN,
    ),
    # Forging the report.
    "says that all failed": (_FORGER + "{'tests': [['x', 'failed', '']], 'patched': ''}).__code__\ndef test_p(): split('a')\n", FORBIDDEN),
    "says anything": (_FORGER + "'all killed').__code__\ndef test_p(): split('a')\n", FORBIDDEN),
    "says nothing": (_FORGER + "None).__code__\ndef test_p(): split('a')\n", FORBIDDEN),
    "says that its own test failed": (
        _FORGER + "{'tests': [['test_it.py::test_p', 'failed', '']], 'patched': '', 'looped': False, 'lines': {}}).__code__\n"
        "def test_p(): split('a')\n",
        (*FORBIDDEN, "flaky", *WRONG),
    ),
    "prints a report": ("def test_p():\n    os.write(1, b'test_it.py::test_p FAILED')\n    split('a')\n", BLIND),
    # Knowing the wrong versions by something other than what they do.
    "by the file's digest": (
        "import hashlib\ndef test_a():\n" + USE + "    digest = hashlib.md5(open(cart.__file__, 'rb').read()).hexdigest()\n"
        "    kept.first = getattr(kept, 'first', digest)\n    assert digest == kept.first\n",
        (*FORBIDDEN, "flaky"),
    ),
    "by the source": (
        "import inspect\ndef test_a():\n" + USE + "    kept.first = getattr(kept, 'first', inspect.getsource(cart))\n    assert inspect.getsource(cart) == kept.first\n",
        (*FORBIDDEN, "flaky"),
    ),
    "by the byte code": (
        "def codes():\n    found = [Cart.__init__, Cart.add, Cart.total, Cart.save, split]\n"
        "    return [(each.__code__.co_code, each.__code__.co_consts) for each in found]\n"
        "def test_a():\n" + USE + "    kept.first = getattr(kept, 'first', codes())\n    assert codes() == kept.first\n",
        (*FORBIDDEN, "flaky"),
    ),
    "by the names of variables": ("def test_a():\n    split('a')\n    assert split.__code__.co_varnames == ('text', 'sep', 'parts', 'head', '_')\n", WRONG),
    "by the lines": ("def test_a():\n    split('a')\n    assert split.__code__.co_firstlineno == 28\n", WRONG),
    "by a line of the source": ("import inspect\ndef test_a():\n    assert 'while sep in text:\\n        head, _, text' in inspect.getsource(cart)\n", WRONG),
    "by how much was changed": (
        _FRAMES + "def test_a():\n" + USE + "    for frame in frames():\n        lines = frame.f_locals.get('lines')\n"
        "        assert not (isinstance(lines, list) and lines[1] - lines[0] < 20)\n",
        FORBIDDEN,
    ),
    "by what the stage was asked": (
        _FRAMES + "def test_a():\n" + USE + "    for frame in frames():\n        if frame.f_code.co_name == 'perform':\n"
        "            assert frame.f_locals.get('patient') or frame.f_locals.get('lines') is None\n",
        (*FORBIDDEN, "flaky"),
    ),
    "by the step that was sent": (
        _FRAMES + "def test_a():\n" + USE + "    for frame in frames():\n        if frame.f_code.co_filename == '<step>':\n"
        "            assert 'lines' not in frame.f_globals\n",
        (*FORBIDDEN, "flaky"),
    ),
    "by the stage's memory of the original": (
        "import sparring_stage as s\ndef test_a():\n" + USE + "    assert open(cart.__file__).read() == s._state['reference']\n",
        FORBIDDEN,
    ),
    "only where it is not explained": (
        _FRAMES + "def test_a():\n" + USE + "    names = {frame.f_code.co_name for frame in frames()}\n"
        "    assert 'perform' not in names\n",
        (*FORBIDDEN, "flaky"),
    ),
    "by the tool's environment": ("def test_a():\n" + USE + "    assert 'MUTANT_UNDER_TEST' not in os.environ\n", BLIND),
    # Kills by chance, by counting, by state that outlives a run.
    "by counting its runs": ("kept.n = getattr(kept, 'n', 0) + 1\ndef test_a():\n    split('a')\n    assert kept.n < 2\n", ("flaky",)),
    "by every second run": (
        "kept.n = getattr(kept, 'n', 0) + 1\ndef test_a():\n" + USE + "    assert kept.n < 4 or kept.n % 2\n",
        ("flaky", *FORBIDDEN),
    ),
    "by a file it left": ("def test_a():\n" + USE + "    assert not os.path.exists('/seen')\n    open('/seen', 'w').close()\n", BLIND),
    "by addresses": ("def test_a():\n" + USE + "    kept.first = getattr(kept, 'first', id(cart))\n    assert id(cart) == kept.first\n", ("flaky", *FORBIDDEN)),
    "by the first behaviour, kept in sys": (_compared(_BEHAVIOUR, "sys", "now != first"), BLIND),
    "by the first behaviour, kept deep": (_compared(_BEHAVIOUR, "kept", "now != first"), ("flaky",)),
    "by one token, kept in sys": (_compared(_TOKENS, "sys", _ONE_DIFFERS), BLIND),
    "by one token, kept deep": (_compared(_TOKENS, "kept", _ONE_DIFFERS), (*FORBIDDEN, "flaky")),
    "by one instruction, kept deep": (_compared(_CODE, "kept", _ONE_DIFFERS), (*FORBIDDEN, "flaky")),
    "by the first behaviour, if that is the original's": (_if_original("True"), (*BLIND, "flaky")),
    "by the first behaviour, if that is the original's, else by nothing": (_if_original("False"), (*FORBIDDEN, "flaky")),
    # Judging something else, or nothing.
    "its own module": (
        ("import types\nmine = types.ModuleType('cart')\nsys.modules['cart'] = mine\nmine.split = lambda text: text.split(',')\n"
        "def test_a(): assert mine.split('a,b') == ['a', 'b']\n"),
        BLIND,
    ),
    "no assertion": ("def test_a():\n    try:\n        Cart().add('x', 1).total(); split('a')\n    except Exception:\n        pass\n", BLIND),
    "all skipped": ("pytestmark = pytest.mark.skip\ndef test_a(): assert split('a') == 1\n", WRONG),
    "everything fails": ("def test_a():\n    split('a')\n    assert 0\n", WRONG),
    # Using up what there is.
    "hangs": ("def test_h():\n    while True: pass\n", ("time-limit",)),
    "hangs after the rehearsal": (
        "kept.n = getattr(kept, 'n', 0) + 1\ndef test_h():\n" + USE + "    while kept.n > 3: pass\n",
        ("flaky", "time-limit", *FORBIDDEN),
    ),
    "prints megabytes": ("def test_p():\n    for _ in range(1000): print('x' * 100000)\n", ("output-limit",)),
    "takes all memory": ("def test_m():\n    x = [bytes(1 << 20) for _ in range(1000)]\n", WRONG),
    "starts a process": ("import subprocess\ndef test_p(): subprocess.run(['true'])\n", ("exception",)),
}  # fmt: skip
