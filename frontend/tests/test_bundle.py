"""What is committed is what the sources build: needs neither Node nor a browser."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "sparring" / "web" / "static" / "sparring"


def listed() -> dict[str, str]:
    lines = (STATIC / "bundle.sha256").read_text().splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


def test_inputs_and_outputs_are_as_listed() -> None:
    differing = [path for path, digest in listed().items() if hashlib.sha256((ROOT / path).read_bytes()).hexdigest() != digest]
    assert not differing, "run `npm run build` in frontend/ and commit what it writes"


def test_nothing_is_missing_from_the_list() -> None:
    frontend = ROOT / "frontend"
    inputs = [*(frontend / "src").iterdir(), *(frontend / "css").iterdir()]
    outputs = [path for path in STATIC.rglob("*") if path.is_file() and path.name != "bundle.sha256"]
    assert {path.relative_to(ROOT).as_posix() for path in inputs + outputs} <= listed().keys()
