"""An Exercism Python track: `exercises/practice/*` and `exercises/concept/*`, each with its stub, tests, example solution and instructions."""

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.content.importing.drafts import CannotImportError, Draft, Drafts, Left, exercise_toml, slug
from sparring.content.importing.suite import cases_of
from sparring.core.text import Message
from sparring.kinds.format import NotReadableError, read_inside

SHOWN_LINES = 60
"""How long a module beside the stub may be to stand in the prompt."""


def read_track(root: Path) -> Drafts:
    """Every exercise below `root`: a whole checkout, its `exercises` folder, a folder of exercises, or one exercise."""
    found = Drafts(slug(f"exercism-{_config(root).get('slug', 'python')}"), "Exercism", "MIT")
    levels = _levels(_config(root))
    for folder in _folders(root):
        name = slug(folder.name)
        try:
            found.drafts.append(_Exercise(folder, levels.get(folder.name, "mid")).draft(name))
        except CannotImportError as error:
            found.refused.append(Left(name, str(folder.relative_to(root)), error.line, error.message))
        except (OSError, UnicodeDecodeError) as error:
            found.refused.append(Left(name, str(folder.relative_to(root)), 0, Message("importing.unreadable", {"what": str(error)})))
    return found


def _folders(root: Path) -> list[Path]:
    """The folders that hold an exercise: those with a `.meta` inside."""
    if (root / ".meta").is_dir():
        return [root]
    for pattern in ("exercises/*/*/.meta", "*/*/.meta", "*/.meta"):
        if found := sorted(path.parent for path in root.glob(pattern) if path.is_dir()):
            return found
    return []


def _config(root: Path) -> dict[str, Any]:
    return _json(root / "config.json")


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise CannotImportError(getattr(error, "lineno", 0), "importing.json", file=path.name, what=str(error)) from error
    return data if isinstance(data, dict) else {}


def _levels(config: Mapping[str, Any]) -> dict[str, str]:
    """The level of each exercise by the track's difficulty: 1–3 junior, 4–6 mid, 7–10 senior; concept exercises are junior."""
    exercises = config.get("exercises")
    groups = exercises if isinstance(exercises, dict) else {}
    levels = {}
    for kind, rows in groups.items():
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict):
                told, usual = row.get("difficulty"), 1 if kind == "concept" else 4
                difficulty = told if isinstance(told, int | float) else usual
                levels[str(row.get("slug"))] = "junior" if difficulty <= 3 else "mid" if difficulty <= 6 else "senior"
    return levels


@dataclass(frozen=True)
class _Exercise:
    folder: Path
    level: str

    def draft(self, name: str) -> Draft:
        config = _json(self.folder / ".meta" / "config.json")
        files = config.get("files")
        named = files if isinstance(files, dict) else {}
        stub = self._first(named.get("solution"), [f"{self._stem()}.py"])
        example = self._first(named.get("example") or named.get("exemplar"), [".meta/example.py", ".meta/exemplar.py"])
        tests = self._some(named.get("test"), sorted(path.name for path in self.folder.glob("*_test.py")))
        module = Path(stub).stem
        reference = self._text(example)
        entry = _entry(reference, [self._text(test) for test in tests], module)
        helpers = dict(self._helpers(stub, tests, named.get("editor") or ()))
        texts: list[str] = []
        left: list[Left] = []
        for test in tests:
            cases = cases_of(self._text(test), test, {module}, helpers, {entry})
            texts.append(cases.source)
            left += cases.left_out
        used = {name: text for name, text in helpers.items() if re.search(rf"\b{re.escape(name)}\b", reference)}
        title = config.get("title") or self.folder.name.replace("-", " ").capitalize()
        written = {
            "exercise.toml": exercise_toml(entry, str(title), self.level, 20),
            "prompt.en.md": self._prompt(used),
            "starter.py": self._text(stub),
            "reference.py": reference,
            "cases.py": "\n\n".join(texts),
            **{f"modules/{name}.py": text for name, text in used.items()},
        }
        return Draft(name, written, tuple(left))

    def _stem(self) -> str:
        return self.folder.name.replace("-", "_")

    def _first(self, named: object, otherwise: list[str]) -> str:
        return self._some(named, otherwise)[0]

    def _some(self, named: object, otherwise: list[str]) -> list[str]:
        wanted = [str(name) for name in named] if isinstance(named, list) and named else otherwise
        there = [name for name in wanted if (self.folder / name).is_file()]
        if not there:
            raise CannotImportError(0, "importing.file-missing", file=", ".join(wanted) or "*_test.py")
        return there

    def _text(self, name: str) -> str:
        try:
            return read_inside(self.folder, name).decode("utf-8-sig").replace("\r\n", "\n")
        except NotReadableError as error:
            raise CannotImportError(0, f"importing.{error.reason.removeprefix('format.')}", file=name) from error

    def _helpers(self, stub: str, tests: list[str], editor: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The modules that stand beside the stub, by name."""
        names = {*(str(name) for name in editor), *(path.name for path in self.folder.glob("*.py"))}
        for name in sorted(names - {stub, *tests}):
            if name.endswith(".py") and (self.folder / name).is_file():
                yield Path(name).stem, self._text(name)

    def _prompt(self, modules: Mapping[str, str]) -> str:
        docs = [f".docs/{name}.md" for name in ("introduction", "instructions", "instructions.append")]
        parts = [_unheaded(self._text(name)) for name in docs if (self.folder / name).is_file()]
        if not parts:
            raise CannotImportError(0, "importing.file-missing", file=".docs/instructions.md")
        for name, text in modules.items():
            body = text.strip() if text.count("\n") <= SHOWN_LINES else "\n".join([*text.strip().splitlines()[:SHOWN_LINES], "…"])
            parts.append(f"`{name}.py` is there to be imported:\n\n```python\n{body}\n```")
        return "\n\n".join(parts) + "\n"


def _unheaded(text: str) -> str:
    """Markdown without its first heading (`# Instructions`), which would say what the page says already."""
    return re.sub(r"\A\s*#\s+\S.*\n+", "", text).strip()


def _entry(reference: str, tests: list[str], module: str) -> str:
    """What the tests ask for first: a name that they import from the solution, and that it defines."""
    try:
        tree = ast.parse(reference)
    except (SyntaxError, ValueError) as error:
        raise CannotImportError(getattr(error, "lineno", 0) or 0, "importing.syntax", what=str(error)) from error
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)]
    for test in tests:
        match = re.search(rf"from \.?{re.escape(module)} import\s*(\([^)]*\)|[^\n]*)", test)
        for name in re.findall(r"[A-Za-z_]\w*", match[1]) if match else ():
            if name in defined:
                return str(name)
    if not defined:
        raise CannotImportError(0, "importing.no-entry", file=module)
    return defined[0]
