import sys
from pathlib import Path

import pytest

from sparring.sandbox.interface import Value

ROOT = Path(__file__).parents[5]
LIST = ROOT / "engine" / "modules.txt"
MODULES = [line for line in LIST.read_text("ascii").splitlines() if line and not line.startswith("#")] if LIST.exists() else []
ABSENT = ["socket", "subprocess", "multiprocessing", "ctypes", "select", "ssl", "tkinter", "shelve", "mmap", "wit_world", "guest"]

pytestmark = pytest.mark.skipif(not MODULES, reason="the list of modules is in the source tree only")


def test_every_published_module_can_be_imported(results):
    got = results("", *[f"!import {name}" for name in MODULES])
    assert {name: result for name, result in zip(MODULES, got, strict=True) if result != Value(None)} == {}


def test_the_list_is_sorted_and_of_the_standard_library():
    assert sorted(set(MODULES)) == MODULES
    unknown = {name.partition(".")[0] for name in MODULES} - set(sys.stdlib_module_names)
    assert unknown <= {"annotationlib"}  # newer than the Python that runs the host


def test_what_is_not_there_says_so(results):
    for name, result in zip(ABSENT, results("", *[f"!import {name}" for name in ABSENT]), strict=True):
        assert result.type == "builtins.ModuleNotFoundError"
        assert ("is not available in the exact engine" in result.text) is (name not in ("wit_world", "guest"))
    (numpy,) = results("", "!import numpy")
    assert numpy.text == "No module named 'numpy'"


def test_a_dropped_module_can_be_imported_again(results):
    assert results("import sys, json\ndel sys.modules['json']\nimport json", "json.dumps([1])") == [Value("[1]")]


# One use of each of those that lean on something else being there.
USES = {
    "hashlib": "hashlib.sha256(b'x').hexdigest()[:8]",
    "sqlite3": "sqlite3.connect(':memory:').execute('select 1 + 1').fetchone()",
    "zlib": "zlib.decompress(zlib.compress(b'abc'))",
    "decimal": "str(decimal.Decimal('0.1') + 1)",
    "datetime": "str(datetime.datetime.strptime('2026-01-02', '%Y-%m-%d'))",
    "statistics": "statistics.quantiles([1, 2, 3, 4, 5])",
    "inspect": "inspect.getsource(candidate)",
    "codecs": "[codecs.encode('abc', 'rot13'), 'è'.encode('cp1252'), 'x'.encode('utf-16')]",
    "unittest": "unittest.TextTestRunner(stream=__import__('io').StringIO()).run(unittest.TestSuite()).wasSuccessful()",
    "doctest": "doctest.testmod(__import__('solution')).attempted",
    "logging": "logging.getLogger('x').warning('hey')",
    "traceback": "traceback.format_exc()",
    "timeit": "timeit.timeit('1', number=10) > 0",
    "cProfile": "cProfile.Profile().runcall(candidate)",
    "pickle": "pickle.loads(pickle.dumps({1: 2}))",
    "random": "[random.Random(1).randint(1, 100), random.Random(1).random()]",
    "re": "re.sub('a+', 'b', 'caat')",
    "sys": "str(10 ** 3000)[:3]",
    "gzip": "gzip.decompress(gzip.compress(b'abc'))",
    "csv": "list(csv.reader(['a,b']))",
    "ast": "ast.unparse(ast.parse('x=1'))",
    "string.templatelib": "type(t'{1}').__name__",
    "argparse": "argparse.ArgumentParser().parse_args([]).__dict__",
    "tomllib": "tomllib.loads('a = 1')",
    "http": "http.HTTPStatus.OK.phrase",
    "tracemalloc": "tracemalloc.start() or tracemalloc.get_traced_memory()[0] >= 0",
}


def test_modules_work(results):
    source = "def candidate():\n    '''\n    >>> 1\n    1\n    '''\n" + "".join(f"import {name}\n" for name in USES)
    got = results(source, *USES.values())
    assert {name: result for name, result in zip(USES, got, strict=True) if not isinstance(result, Value)} == {}
    by_name = dict(zip(USES, got, strict=True))
    assert by_name["random"] == Value([18, 0.13436424411240122])
    assert by_name["doctest"] == Value(1)
