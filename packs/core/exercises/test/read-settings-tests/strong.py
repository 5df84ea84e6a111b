import pytest
from settings import BadLine, load


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "app.conf"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("\n  \n# nothing\n  # = indented\n", {}),
        ("name=Ada", {"name": "Ada"}),
        ("  name  =  Ada Lovelace  ", {"name": "Ada Lovelace"}),
        ("città = Forlì", {"città": "Forlì"}),
        ("key = a=b=c", {"key": "a=b=c"}),
        ("empty =", {"empty": ""}),
        ("a = 1\nb = 2\na = 3", {"a": 3, "b": 2}),
        ("a = true\nb = FALSE\nc = True\nd = truth", {"a": True, "b": False, "c": True, "d": "truth"}),
        ("a = -5\nb = 1.5", {"a": -5, "b": "1.5"}),
    ],
)
def test_files(written, text, expected):
    found = load(written(text))
    assert found == expected
    assert {name: type(value) for name, value in found.items()} == {name: type(value) for name, value in expected.items()}


@pytest.mark.parametrize(("text", "line"), [("nothing", 1), ("a = 1\n\n# x\nb", 4), ("= 5", 1), ("a = 1\n  = 5", 2)])
def test_lines_that_make_no_sense(written, text, line):
    with pytest.raises(BadLine) as caught:
        load(written(text))
    assert caught.value.line == line
    assert isinstance(caught.value, ValueError)


def test_a_file_that_is_not_there(tmp_path):
    assert load(tmp_path / "nowhere.conf") == {}
