"""Builds the exact engine's component: CPython with the harness imported, frozen into WebAssembly.

    python3 dev.py engine             writes python.wasm.xz and component.json into src/sparring/sandbox/exact
    python3 dev.py engine --to X      writes the uncompressed component to X instead

Two builds of the same sources differ (the interpreter's hash seed is drawn while it is frozen), and counts are comparable only within one
build: a new component is a new engine id, new golden counts and one more file in the history. Build it when it has to change.
"""

import argparse
import ast
import hashlib
import json
import lzma
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "sparring" / "sandbox" / "exact" / "python.wasm.xz"
PACKAGES = ("_pytest", "pytest", "pluggy", "iniconfig", "packaging")
"""pytest and what it needs, from the environment that the lock file pins."""
UNUSED = ("_pytest.pytester", "_pytest.legacypath")
LZMA = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 64 << 20}]


def build() -> bytes:
    """The component, frozen anew."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder, "app")
        shutil.copytree(HERE / "guest", app, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("modules.txt", "zones.json"):
            shutil.copy(HERE / name, app)
        for name in PACKAGES:
            shutil.copytree(_installed(name).parent, app / name, ignore=shutil.ignore_patterns("__pycache__"))
            for file in (app / name).rglob("*.py"):
                file.write_text(_slim(file.read_text("utf-8")), "utf-8")
        shutil.copy(_installed("py"), app)  # a module of pytest's
        target = Path(folder, "python.wasm")
        tool = Path(sys.executable).parent / "componentize-py"
        command = [tool, "-q", "-d", HERE / "meter.wit", "-w", "meter", "componentize", "guest", "-p", app, "-o", target]
        subprocess.run([str(part) for part in command], check=True, env={"PATH": ""})
        return target.read_bytes()


def _installed(name: str) -> Path:
    found = find_spec(name)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin)


def _slim(source: str) -> str:
    """Without docstrings and without pytest's own test tools: nobody uses them in there, and they would lie in every interpreter's memory."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not (isinstance(node, ast.ImportFrom) and node.module in UNUSED)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node, clean=False):
            node.body[0] = ast.copy_location(ast.Pass(), node.body[0])
            if isinstance(node, ast.Module):
                del node.body[0]
    return ast.unparse(tree)


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description="Build the exact engine's component.")
    parser.add_argument("--to", type=Path, help="write the uncompressed component here instead of into the package")
    target: Path | None = parser.parse_args().to
    component = build()
    if target:
        target.write_bytes(component)
    else:
        TARGET.write_bytes(lzma.compress(component, lzma.FORMAT_XZ, check=lzma.CHECK_SHA256, filters=LZMA))
        note = {"sha256": hashlib.sha256(component).hexdigest()}
        TARGET.with_name("component.json").write_text(json.dumps(note) + "\n", "ascii")
    sys.stdout.write(f"{target or TARGET}: {len(component)} bytes\n")


if __name__ == "__main__":
    main()
