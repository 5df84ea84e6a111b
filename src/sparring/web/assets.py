"""The static files: read once, sent compressed, and cached for good under an address that changes with their content."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "sparring"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent. `packed`: the body is compressed with gzip."""

    body: bytes
    type: str
    packed: bool


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """All files by their path in the folder."""
    files = [path for path in sorted(FOLDER.rglob("*")) if path.is_file() and path.suffix in TYPES]
    return {path.relative_to(FOLDER).as_posix(): _asset(path) for path in files}


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    if path.suffix == ".woff2":
        return Asset(body, TYPES[path.suffix], False)
    return Asset(gzip.compress(body, 9, mtime=0), TYPES[path.suffix], True)


@lru_cache(maxsize=1)
def version() -> str:
    """A digest of all files: part of their address, so that a changed file is never an old one from a cache."""
    digest = hashlib.sha256()
    for name, asset in assets().items():
        digest.update(name.encode() + b"\0" + asset.body)
    return digest.hexdigest()[:12]


def address(name: str) -> str:
    """Where the file `name` is found."""
    return f"/static/{version()}/{name}"


def asset(path: str) -> Asset | None:
    """The file at `/static/VERSION/NAME`; an older version's address answers with today's file."""
    parts = path.split("/", 3)
    return assets().get(parts[3]) if len(parts) == 4 else None
