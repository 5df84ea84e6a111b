"""The component that is shipped: where it is, what it must hash to, and the engine id that follows."""

import hashlib
import json
import lzma
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from sparring.core.problem import JudgeError
from sparring.core.text import Message

HERE = Path(__file__).parent
COMPONENT = HERE / "python.wasm.xz"
DIGEST = HERE / "component.json"
MAX_COMPONENT = 256 << 20


@lru_cache(1)
def expected_digest(path: Path = DIGEST) -> str:
    """The sha256 of the uncompressed component, as the build wrote it; JudgeError when the note is missing or damaged."""
    try:
        digest = json.loads(path.read_text("ascii"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise JudgeError(
            Message("sandbox.component-missing", {"file": path.name, "reason": getattr(error, "strerror", None) or str(error)})
        ) from error
    return str(digest)


@lru_cache(1)
def wasmtime_version() -> str:
    """The exact version of the WebAssembly runtime; JudgeError when it is not installed."""
    found = find_spec("wasmtime")
    if found is None or found.origin is None:
        raise JudgeError(Message("sandbox.wasmtime-missing"))
    notes = list(Path(found.origin).parents[1].glob("wasmtime-*.dist-info"))
    if len(notes) == 1:
        return notes[0].name.removeprefix("wasmtime-").removesuffix(".dist-info")
    from importlib import metadata  # the proper way takes 30 ms, of a worker's 150

    return metadata.version("wasmtime")


def engine_id() -> str:
    """`exact-<12 digits of the component's sha256>-wasmtime-<version>`: what instruction counts are comparable within."""
    return f"exact-{expected_digest()[:12]}-wasmtime-{wasmtime_version()}"


def read_component(path: Path = COMPONENT, digest: str | None = None) -> bytes:
    """The uncompressed component; JudgeError when it is missing, damaged, or not the one that the digest names."""
    try:
        data = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=512 << 20).decompress(path.read_bytes(), MAX_COMPONENT)
    except OSError as error:
        raise JudgeError(Message("sandbox.component-missing", {"file": path.name, "reason": error.strerror or str(error)})) from error
    except (lzma.LZMAError, EOFError) as error:
        raise JudgeError(Message("sandbox.component-damaged", {"file": path.name})) from error
    if hashlib.sha256(data).hexdigest() != (digest or expected_digest()):
        raise JudgeError(Message("sandbox.component-damaged", {"file": path.name}))
    return data
