"""Checking packs and starting new ones."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sparring.content.english import prove_rules, read_rules, rules_of
from sparring.content.glossary import read_glossary
from sparring.content.kept import read_kept
from sparring.content.library import Pack, read_pack, read_topics
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem, SparringError, UsageError
from sparring.core.text import Language, Message
from sparring.kinds.format import Reader
from sparring.kinds.kind import Tools
from sparring.sandbox.remembered import Remembered
from sparring.usecases.app import App
from sparring.usecases.proofs import Proofs


@dataclass(frozen=True, slots=True)
class Checked:
    """What `pack check` found: problems by exercise (none: it is proved), and those of the pack's own files.

    `known`: how many were proved before; `left`: how many were read and not proved, because only a part was asked for.
    """

    pack: Pack
    exercises: dict[str, tuple[Problem, ...]]
    problems: tuple[Problem, ...]
    known: int = 0
    left: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems and not any(self.exercises.values())


def check_pack(app: App, path: Path, only: Iterable[str] = (), *, anew: bool = False, part: str = "") -> Checked:
    """Read the pack in `path` and run everything that its exercises claim; `only`: names of exercises to prove.

    What was proved before and has not changed is not proved again, unless `anew`. `part`, as "2/3": see `_drawn`; what is named in `only` is then proved beside it.
    """
    if not path.is_dir():
        raise UsageError(Message("content.no-folder", {"path": str(path)}))
    before = _topics_before(app, path)
    pack = read_pack(path, before) if anew else read_kept(path, before, app.cache / "packs")
    named = set(only)
    chosen = set() if part else named
    todo = [exercise for exercise in pack.exercises.values() if not chosen or exercise.name in chosen]
    left = _left(todo, part) - named if part else set()
    todo = [exercise for exercise in todo if exercise.name not in left]
    proofs = Proofs(app)
    known = set() if anew else {exercise.id for exercise in todo if proofs.has(exercise)}
    proved = dict.fromkeys(known, ()) | _prove_all(app, [exercise for exercise in todo if exercise.id not in known], proofs)
    unreadable = {key: problems for key, problems in pack.problems.items() if key and (not chosen or key.partition(":")[2] in chosen)}
    exercises = dict(sorted({**proved, **unreadable}.items()))
    own = pack.problems.get("", ()) + (() if chosen else _rules(app, path, pack.languages))
    if not exercises and not own and not chosen:
        own = (Problem("exercises", 0, "", Message("content.no-exercise")),)
    if chosen - {key.partition(":")[2] for key in exercises}:
        raise UsageError(Message("usecases.no-exercise", {"id": ", ".join(sorted(chosen))}))
    return Checked(pack, exercises, own, len(known), len(left))


def _left(exercises: Iterable[Exercise[Any]], part: str) -> set[str]:
    """The names that part "K/N" leaves to the other parts: of the exercises that run code, whose proofs take nearly all the time, all but every N-th of a kind."""
    found = re.fullmatch(r"([1-9]\d{0,2})/([1-9]\d{0,2})", part)
    if not found or int(found[1]) > int(found[2]):
        raise UsageError(Message("usecases.no-part", {"part": part}))
    number, parts = int(found[1]) - 1, int(found[2])
    seen: Counter[str] = Counter()
    left = set()
    for exercise in sorted((each for each in exercises if each.can_run), key=lambda each: each.id):
        if seen[exercise.kind] % parts != number:
            left.add(exercise.name)
        seen[exercise.kind] += 1
    return left


def _prove_all(app: App, todo: Sequence[Exercise[Any]], proofs: Proofs) -> dict[str, tuple[Problem, ...]]:
    """The problems of each, several at a time: while some wait for the engine's workers, another compares and fits here. The dearest kinds go first."""
    ordered = sorted(todo, key=lambda exercise: not exercise.can_run)
    with ThreadPoolExecutor(max_workers=(app.workers or os.cpu_count() or 1) + 1) as pool:
        found = {}
        for exercise, problems in zip(ordered, pool.map(lambda exercise: _prove(app, exercise), ordered), strict=True):
            found[exercise.id] = problems
            if not problems:
                proofs.note(exercise)
                proofs.save()  # at once: who is interrupted goes on where they were
    return found


def _rules(app: App, path: Path, languages: Sequence[str]) -> tuple[Problem, ...]:
    """What is wrong with the pack's rules of English and its glossary; a pack's rules stand beside those of the core pack."""
    reader = Reader(path, languages)
    rules = read_rules(reader)
    core = app.packs[0] if app.packs else None
    known = () if core is None or core.resolve() == path.resolve() else rules_of(core)
    if not reader.problems:
        prove_rules(reader, rules, known)
    read_glossary(reader)
    return tuple(reader.problems)


def _topics_before(app: App, path: Path) -> list[str]:
    """The core pack's topics, which every other pack may use."""
    core = app.packs[0] if app.packs else None
    return [] if core is None or core.resolve() == path.resolve() else list(read_topics(core))


def _prove(app: App, exercise: Exercise[Any]) -> tuple[Problem, ...]:
    inside = f"exercises/{exercise.kind}/{exercise.name}"
    try:
        found = app.kind(exercise).prove(exercise, _tools(app))
    except SparringError as error:
        found = [Problem("exercise.toml", 0, "", error.saying)]
    except Exception as error:  # the other exercises are proved all the same
        found = [Problem("exercise.toml", 0, "", Message("content.breaks", {"what": f"{type(error).__name__}: {error}"[:300]}))]
    return tuple(replace(problem, file=f"{inside}/{problem.file}") for problem in found)


def _tools(app: App) -> Tools:
    """The program's tools for one proof, with an engine that does none of its jobs twice."""
    if not app.engine.engine_id.startswith("exact"):
        return app.tools
    return replace(app.tools, judge=replace(app.judge, sandbox=Remembered(app.engine)))


PACK_TOML = """id = "{id}"
version = "0.1.0"
licence = "CC-BY-4.0"
languages = [{languages}]

[title]
"""
TEMPLATES = Path(__file__).parent
ENGLISH_LINE = re.compile(r"^(\w+\.)?en = .*\n", re.MULTILINE)


def new_pack(path: Path, languages: Sequence[Language] = ("en",)) -> list[Path]:
    """Write a pack with three exercises (explain, predict, solve) to start from; the files written. UsageError if the folder is not empty."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(Message("usecases.not-empty", {"path": str(path)}))
    name = "".join(char if char.isalnum() else "-" for char in path.name.lower()).strip("-") or "my-pack"
    if not name[0].isalpha():
        name = f"pack-{name}"
    title = "".join(f'{language} = "{name.replace("-", " ").capitalize()}"\n' for language in languages)
    files = {"pack.toml": PACK_TOML.format(id=name, languages=", ".join(f'"{language}"' for language in languages)) + title}
    files |= _templates(languages)
    written = []
    for inside, text in files.items():
        target = path / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        written.append(target)
    return written


def _templates(languages: Sequence[Language]) -> dict[str, str]:
    """The exercises to start from, by their place in the pack, in these languages alone; what is Italian lies over what is English."""
    files: dict[str, str] = {}
    for folder in ("new_pack", *(["new_pack_it"] if "it" in languages else [])):
        for template in sorted((TEMPLATES / folder).rglob("*")):
            if template.is_file() and "__pycache__" not in template.parts:
                files[template.relative_to(TEMPLATES / folder).as_posix()] = template.read_text(encoding="utf-8")
    if "en" in languages:
        return files
    kept = {inside: text for inside, text in files.items() if not inside.endswith(".en.md")}
    return {inside: ENGLISH_LINE.sub("", text) if inside.endswith(".toml") else text for inside, text in kept.items()}
