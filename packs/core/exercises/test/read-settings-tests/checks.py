import builtins
import io
import os
import pathlib

import settings

TEXT = None


class File(io.BytesIO):
    """A file in memory, also for those who read text."""


def opened(_, mode="r", *args, **kwargs):
    if TEXT is None:
        raise FileNotFoundError(2, "No such file")
    return File(TEXT.encode()) if "b" in mode else io.StringIO(TEXT)


def there(_):
    return TEXT is not None


builtins.open = pathlib.Path.open = opened
pathlib.Path.read_text = lambda path, *args, **kwargs: opened(path).read()
pathlib.Path.read_bytes = lambda path: opened(path, "rb").read()
pathlib.Path.exists = pathlib.Path.is_file = os.path.exists = os.path.isfile = there


def load(text):
    """What `load` makes of a file with this text; None: there is no file."""
    global TEXT
    TEXT = text
    return settings.load("settings.txt")


def bad_line(text):
    try:
        load(text)
    except settings.BadLine as error:
        return error.line
    return None


def test_more_equals():
    assert load("password = a=b=c\n") == {"password": "a=b=c"}


def test_name_twice():
    assert load("a = x\na = y\n") == {"a": "y"}


def test_bad_line_number():
    assert bad_line("a = x\nb = y\nnonsense\n") == 3


def test_line_without_a_sign():
    assert bad_line("nonsense\n") is not None


def test_booleans():
    assert load("a = false\n")["a"] is False


def test_whole_numbers():
    assert load("a = 42\n") == {"a": 42}


def test_spaces_around():
    assert load("a  =   x  \n") == {"a": "x"}


def test_no_name():
    assert bad_line("= 5\n") == 1


def test_indented_comment():
    assert load("  # note\n   \na=x\n") == {"a": "x"}


def test_comments_and_empty_lines():
    assert load("# note\n\na=x\n") == {"a": "x"}


def test_no_file():
    assert load(None) == {}
