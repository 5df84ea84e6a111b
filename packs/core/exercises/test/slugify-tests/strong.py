import pytest
from slugs import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hello World", "hello-world"),
        ("  A -- B!? ", "a-b"),
        ("Perché no?", "perche-no"),
        ("Python 3.14", "python-3-14"),
        ("AZ az 09", "az-az-09"),
        ("???", "untitled"),
        ("", "untitled"),
        ("東京 x", "x"),
    ],
)
def test_titles(title, expected):
    assert slug(title) == expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [(["b"], "a"), (["a"], "a-2"), (["a", "a-2"], "a-3"), (["a", "a-3"], "a-2"), ({"a", "a-2", "a-3"}, "a-4")],
)
def test_names_that_are_taken(taken, expected):
    assert slug("A", taken) == expected


def test_the_fallback_can_be_taken_too():
    assert slug("!", ["untitled"]) == "untitled-2"
