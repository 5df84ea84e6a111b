"""What holds for the repository as a whole."""

import ast
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

from sparring.cli.evidence import render
from sparring.core.evidence import Evidence
from tests.conftest import ROOT

REGISTRIES = re.compile(r"(py" + r"pi|pythonh" + r"osted|npm" + r"js|deb\.deb" + r"ian)\.(org|com|net)")
MACHINE = re.compile(r"(^|[^a-zA-Z0-9_.])/(wor" + r"k|ro" + r"ot)/[a-z.]")


@lru_cache(maxsize=1)
def tracked() -> tuple[Path, ...]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content[:4096]:
            found.append((path, content.decode("utf-8", "replace")))
    return found


def test_no_file_names_a_package_registry_or_a_path_of_some_machine():
    bad = [path.name for path, text in texts() if path.suffix != ".js" and (REGISTRIES.search(text) or MACHINE.search(text))]
    assert not bad


@pytest.mark.parametrize("name", ["setup", "base", "native", "planning", "portfolio", "structure", "dev"])
def test_dependencies_are_pinned_with_hashes(name):
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert pins
    assert all("==" in pin and pin.rstrip().endswith("\\") for pin in pins)
    assert "--index-url" not in "\n".join(lines)


def test_every_evidence_type_has_a_terminal_renderer():
    assert len(Evidence.__args__) > 5
    for kind in Evidence.__args__:
        assert render.dispatch(kind) is not render.dispatch(object), kind


@pytest.mark.parametrize("name", ["README.md", "README.it.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/authors.md"])
def test_links_in_the_documents_lead_somewhere(name):
    document = ROOT / name
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert bool(targets) is ("](" in text), "the links are found"
    for target in targets:
        assert (document.parent / target).exists(), target


def test_commands_in_the_readme_exist():
    from sparring.cli.commands import COMMANDS

    for readme in ("README.md", "README.it.md"):
        named = set(re.findall(r"^    sparring ([a-z-]+)", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE))
        assert {"portfolio", "install", "plan", "study", "today", "growth"} <= named, readme
        for words in named:
            assert words in COMMANDS, words


def test_every_room_says_what_it_is_for():
    rooms = list((ROOT / "src" / "sparring").glob("*/__init__.py"))
    assert len(rooms) > 10
    for room in rooms:
        assert room.read_text(encoding="utf-8").startswith('"""'), room.parent.name


READ_ONCE = {
    "count",
    "inner_text",
    "inner_html",
    "text_content",
    "input_value",
    "is_visible",
    "is_hidden",
    "get_attribute",
    "all_inner_texts",
}


def test_browser_tests_wait_for_what_they_want_to_see():
    """A page changes when its answer comes: what is read once is read too early on a busy machine. `expect(…)` waits."""
    hasty = []
    for path in sorted((ROOT / "tests" / "e2e").glob("test_*.py")):
        for asserted in (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Assert)):
            read = {node.func.attr for node in ast.walk(asserted) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
            hasty += [f"{path.name}:{asserted.lineno}: {name}()" for name in sorted(read & READ_ONCE)]
    assert not hasty, "write `expect(page.locator(…)).to_…` (playwright.sync_api), which waits, instead of a look that is taken once"


def test_the_core_needs_the_standard_library_alone():
    found = {
        name.partition(".")[0]: path.name
        for path in (ROOT / "src" / "sparring" / "core").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if not name.startswith("sparring.core.")
    }
    assert len(found) > 5
    assert {name: file for name, file in found.items() if name not in sys.stdlib_module_names} == {}


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}."] if isinstance(node, ast.ImportFrom) else []
