"""Builds the exact engine's component: CPython with the harness imported, frozen into WebAssembly.

    python3 dev.py engine             writes python.wasm.xz and component.json into src/sparring/sandbox/exact
    python3 dev.py engine --to X      writes the uncompressed component to X instead

Two builds of the same sources differ (the interpreter's hash seed is drawn while it is frozen), and counts are comparable only within one
build: a new component is a new engine id, new golden counts and one more file in the history. Build it when it has to change.
"""

import argparse
import hashlib
import json
import lzma
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "sparring" / "sandbox" / "exact" / "python.wasm.xz"
LZMA = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 64 << 20}]


def build() -> bytes:
    """The component, frozen anew."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder, "app")
        shutil.copytree(HERE / "guest", app, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("modules.txt", "zones.json"):
            shutil.copy(HERE / name, app)
        target = Path(folder, "python.wasm")
        tool = Path(sys.executable).parent / "componentize-py"
        command = [tool, "-q", "-d", HERE / "meter.wit", "-w", "meter", "componentize", "guest", "-p", app, "-o", target]
        subprocess.run([str(part) for part in command], check=True, env={"PATH": ""})
        return target.read_bytes()


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
