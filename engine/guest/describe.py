"""Exceptions put into words, even when the exception does not want to be."""

from pristine import BUILTINS as __builtins__  # noqa: F401

import plain

MAX_TEXT = 2000
MAX_FRAMES = 40

_mro = type.__dict__["__mro__"].__get__
_slice = str.__getitem__
_head = slice(0, MAX_TEXT)
_traceback = BaseException.__dict__["__traceback__"].__get__


def raised(error, files):
    """[type, bases, text, frames] of an exception, frames of `files` only, outermost first."""
    bases = [plain.type_name(base) for base in _mro(type(error))]
    return plain.encode([bases[0], bases[:64], _text(error), _frames(error, files)], 1 << 20)


def _text(error):
    try:
        return _slice(str(error), _head)
    except BaseException as second:
        return "<no text: __str__ raised " + plain.type_name(type(second)) + ">"


def _frames(error, files):
    found = []
    trace = _traceback(error)
    while trace is not None:
        code = trace.tb_frame.f_code
        name = code.co_filename
        if type(name) is str and name in files:
            found.append([name, trace.tb_lineno or 0, code.co_qualname[:200]])
            if len(found) > MAX_FRAMES:
                del found[MAX_FRAMES // 2]
        trace = trace.tb_next
    return found


def unreadable(error, file):
    """[file, line, column, text] of what the compiler could not read."""
    line = column = 0
    text = _text(error)
    if isinstance(error, SyntaxError):
        line, column, text = error.lineno or 0, error.offset or 0, str(error.msg)
    return plain.encode([file, line, column, text[:MAX_TEXT]], 1 << 20)
