"""What is done once, when the component is built: patch clocks, import everything that candidates may want, lock the doors, freeze."""

import virtual

virtual.install_early()
virtual.install_late()

import gc  # noqa: E402
import importlib  # noqa: E402
import linecache  # noqa: E402
import pathlib  # noqa: E402
import random  # noqa: E402
import sys  # noqa: E402
import types  # noqa: E402
import warnings  # noqa: E402


HIDDEN = frozenset(
    {
        "_posixsubprocess", "_socket", "componentize_py_runtime", "componentize_py_types", "componentize_py_async_support",
        "describe", "faulthandler", "freezing", "guest", "importing", "loop", "output", "plain", "poll_loop",
        "pristine", "select", "selectors", "site", "socket", "ssl", "subprocess", "virtual", "wit_world", "zones",
    }
)  # fmt: skip

# What the published modules import only when they are used.
ALSO = """_colorize
_compat_pickle
_strptime
_pylong
_suggestions
_ast_unparse
_pydatetime
_pydecimal
_opcode_metadata
_py_warnings
_threading_local
_blake2
_md5
_sha1
_sha2
_sha3
_hmac
_lsprof
_markupbase
_weakrefset
concurrent.futures.thread
encodings.aliases
encodings.ascii
encodings.base64_codec
encodings.charmap
encodings.cp1252
encodings.cp437
encodings.cp850
encodings.hex_codec
encodings.idna
encodings.iso8859_1
encodings.iso8859_15
encodings.iso8859_2
encodings.latin_1
encodings.mac_roman
encodings.punycode
encodings.quopri_codec
encodings.raw_unicode_escape
encodings.rot_13
encodings.undefined
encodings.unicode_escape
encodings.utf_16
encodings.utf_16_be
encodings.utf_16_le
encodings.utf_32
encodings.utf_32_be
encodings.utf_32_le
encodings.utf_7
encodings.utf_8
encodings.utf_8_sig
encodings.zlib_codec
importlib.readers
sqlite3.dbapi2
unittest.async_case
zoneinfo._common
zoneinfo._tzpath
"""

UNUSED = frozenset(
    "faulthandler freeze_support junitxml legacypath pastebin pytester pytester_assertions setuponly setupplan stepwise terminalprogress".split()
)  # of pytest
PYGMENTS = {
    "pygments": "",
    "pygments.formatters": "",
    "pygments.formatters.terminal": "TerminalFormatter",
    "pygments.lexer": "Lexer",
    "pygments.lexers": "",
    "pygments.lexers.diff": "DiffLexer",
    "pygments.lexers.python": "PythonLexer",
}


def import_all():
    """Import every module of the published list; one that cannot be imported fails the build."""
    text = (pathlib.Path(__file__).parent / "modules.txt").read_text("ascii")
    for name in (ALSO + text).split("\n"):
        if name and not name.startswith("#"):
            importlib.import_module(name)


def import_pytest():
    """Import pytest with everything that it imports only when it runs; what colours its text is not there and not needed."""
    for name, also in PYGMENTS.items():
        module = sys.modules[name] = types.ModuleType(name)
        module.__path__ = []
        if also:
            setattr(module, also, type(also, (), {}))
    import packaging.version  # noqa: F401
    import _pytest

    root = pathlib.Path(_pytest.__file__).parent
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root.parent).with_suffix("").parts
        if parts[-1] not in UNUSED:
            importlib.import_module(".".join(part for part in parts if part != "__init__"))
    for name in PYGMENTS:
        del sys.modules[name]


def guard_tracemalloc():
    """While memory is measured, the program may not move the measure."""
    import _tracemalloc
    import tracemalloc

    def nothing():
        return None

    for module in (_tracemalloc, tracemalloc):
        for name in ("stop", "clear_traces", "reset_peak"):
            setattr(module, name, nothing)


def finish():
    """The last act before the freeze: no candidate's code has run yet, and every run starts from here."""
    import importing
    import loop
    import zones

    import_all()
    import_pytest()
    loop.install()
    zones.install()
    random.seed(20261123)
    warnings.simplefilter("ignore", SyntaxWarning, append=False)
    sys.modules["__main__"] = types.ModuleType("__main__")
    importing.freeze(HIDDEN)
    linecache.clearcache()
    for _ in range(3):
        gc.collect()
    gc.freeze()
