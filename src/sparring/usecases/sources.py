"""Files that a person names on the command line, read as text."""

from pathlib import Path

from sparring.core.problem import UsageError
from sparring.core.text import Message

MOST_BYTES = 1 << 20


def read_source(path: Path) -> str:
    """The text of a file; UsageError that says why where there is none."""
    try:
        content = path.read_bytes()
        if len(content) > MOST_BYTES:
            raise UsageError(Message("answer.too-large", {"bytes": len(content), "most": MOST_BYTES}))
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise UsageError(Message("cli.cannot-read", {"path": str(path), "why": error.strerror or str(error)})) from error
    except UnicodeDecodeError as error:
        raise UsageError(Message("answer.not-utf8", {"byte": error.start})) from error
