"""Exceptions put into words, even when the exception does not want to be."""

from sparring.sandbox.native.inside.pristine import BUILTINS as __builtins__  # type: ignore[no-redef]  # noqa: F401, N811  # isort: skip

from typing import Any

from sparring.sandbox.native.inside.encoding import encode, type_name

MAX_TEXT = 2000
MAX_FRAMES = 40
ROOM = 1 << 20

_mro = type.__dict__["__mro__"].__get__
_slice = str.__getitem__
_head = slice(0, MAX_TEXT)
_traceback = BaseException.__dict__["__traceback__"].__get__


def raised(error: BaseException, folder: str) -> str:
    """[type, bases, text, frames] of an exception, frames of files in `folder` only, outermost first."""
    bases = [type_name(base) for base in _mro(type(error))]
    return encode([bases[0], bases[:64], _text(error), _frames(error, folder)], ROOM)


def _text(error: BaseException) -> str:
    try:
        return _slice(str(error), _head)
    except BaseException as second:
        return "<no text: __str__ raised " + type_name(type(second)) + ">"


def _frames(error: BaseException, folder: str) -> list[list[Any]]:
    found: list[list[Any]] = []
    trace = _traceback(error)
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.startswith(folder):
            found.append([code.co_filename[len(folder) :], trace.tb_lineno or 0, code.co_qualname[:200]])
            if len(found) > MAX_FRAMES:
                del found[MAX_FRAMES // 2]
        trace = trace.tb_next
    return found


def unreadable(error: Exception, file: str) -> str:
    """[file, line, column, text] of what the compiler could not read."""
    line = column = 0
    text = _text(error)
    if isinstance(error, SyntaxError):
        line, column, text = error.lineno or 0, error.offset or 0, str(error.msg)
    return encode([file, line, column, text[:MAX_TEXT]], ROOM)
