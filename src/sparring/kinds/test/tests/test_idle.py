"""What asserts nothing is named, what could fail is not."""

import pytest

from sparring.kinds.test.idle import idle_tests


@pytest.mark.parametrize(
    "body",
    [
        "assert True",
        "x = slug('a')\n    assert x == x",
        "assert slug('a') == slug('a')",
        "assert not False",
        "assert (slug('a') == 'b', 'words')",
        "assert 1",
        "assert slug('a') is slug('a') or False",
    ],
)
def test_it_asserts_nothing(body):
    (found,) = idle_tests({"test_a.py": f"def test_it():\n    {body}\n"})
    assert (found.name, found.file) == ("test_it", "test_a.py")


@pytest.mark.parametrize(
    "body",
    [
        "assert slug('a') == 'a'",
        "assert True\n    assert slug('a') == 'a'",
        "with pytest.raises(ValueError):\n        slug('')\n    assert True",
        "check_slug('a')\n    assert True",
        "slug('a')",
        "assert x != x",
        "assert slug('a') == slug('A')",
        "if slug('a') != 'a':\n        pytest.fail('no')\n    assert True",
        "assert slug('a') == 'a' and True",
    ],
)
def test_it_asserts_something_or_is_no_matter_of_asserts(body):
    assert idle_tests({"test_a.py": f"def test_it():\n    {body}\n"}) == ()


def test_methods_of_unittest():
    tests = {"a": "self.assertEqual(f(1), f(1))", "b": "self.assertTrue(True)", "c": "self.assertEqual(f(1), 2)"}
    source = "class T(unittest.TestCase):" + "".join(f"\n    def test_{name}(self):\n        {body}\n" for name, body in tests.items())
    assert [found.name for found in idle_tests({"t.py": source, "bad.py": "def f(:"})] == ["test_a", "test_b"]
