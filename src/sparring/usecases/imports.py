"""Taking problems over from elsewhere: read, write as a pack, prove, and keep what is proved."""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sparring.content.importing.drafts import CannotImportError, Draft, Drafts, Left
from sparring.content.importing.exercism import read_track
from sparring.content.importing.rows import read_rows
from sparring.content.importing.suite import loosened, without
from sparring.core.problem import Problem, UsageError
from sparring.core.text import Message
from sparring.usecases.app import App
from sparring.usecases.packs import check_pack

SOURCES: Mapping[str, Callable[[Path], Drafts]] = {"exercism": read_track, "jsonl": read_rows}


@dataclass(frozen=True, slots=True)
class Import:
    """What came of it: the pack's folder, the exercises in it, and what was refused or left out of them, with its reason."""

    pack: Path
    imported: tuple[str, ...]
    refused: tuple[Left, ...]
    left_out: tuple[Left, ...]


def import_pack(app: App, source: str, path: Path, target: Path | None = None) -> Import:
    """Turn what lies at `path` into a pack in `target` (one of the candidate's own packs unless told) that `pack check` accepts.

    Nothing is kept that its own example solution does not pass. UsageError if there is nothing at `path`, or something in `target` already.
    """
    if not (path.is_dir() if source == "exercism" else path.is_file()):
        raise UsageError(Message(f"importing.no-{source}", {"path": str(path)}))
    try:
        found = SOURCES[source](path)
    except CannotImportError as error:
        raise UsageError(error.message) from error
    if not found.drafts and not found.refused:
        raise UsageError(Message("importing.nothing", {"path": str(path)}))
    target = target if target is not None else app.data / "packs" / found.pack
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(Message("usecases.not-empty", {"path": str(target)}))
    with tempfile.TemporaryDirectory(prefix="sparring-import-") as scratch:
        draft_pack = Path(scratch) / found.pack
        refused = [*found.refused, *_proved(app, draft_pack, found)]
        kept = [draft for draft in found.drafts if (draft_pack / "exercises" / "solve" / draft.name).is_dir()]
        if kept:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(draft_pack, target, dirs_exist_ok=True)
    left_out = tuple(left for draft in kept for left in draft.left_out)
    return Import(target, tuple(sorted(draft.name for draft in kept)), tuple(sorted(refused, key=lambda left: left.name)), left_out)


def _proved(app: App, folder: Path, found: Drafts) -> list[Left]:
    """Write the drafts and prove them. What fails is tried with Python's own comparison, then without the tests that its own example does not pass here
    (threads, files); what still fails is taken away.
    """
    _write_pack(folder, found)
    drafts, problems = {draft.name: draft for draft in found.drafts}, _problems(app, folder, found.drafts)
    for mend in (_loosened, _relieved):
        for name in problems:
            drafts[name] = mend(drafts[name], problems[name])
            _write(folder, drafts[name])
        problems = _problems(app, folder, [drafts[name] for name in problems])
    for name in problems:
        shutil.rmtree(folder / "exercises" / "solve" / name)
    found.drafts[:] = drafts.values()
    return [_left(name, found_problems[0], _why(found_problems[0])) for name, found_problems in problems.items()]


def _left(name: str, problem: Problem, why: Message) -> Left:
    return Left(name, problem.file.rpartition("/")[2], problem.line, why)


def _failing(problems: tuple[Problem, ...]) -> dict[str, Problem]:
    """The cases that the example solution does not pass, by name."""
    told = ((problem, _why(problem)) for problem in problems)
    return {str(why.params["case"]): problem for problem, why in told if why.id.startswith("solve.reference-") and "case" in why.params}


def _loosened(draft: Draft, problems: tuple[Problem, ...]) -> Draft:
    return replace(draft, files={**draft.files, "cases.py": loosened(draft.files["cases.py"], _failing(problems))})


def _relieved(draft: Draft, problems: tuple[Problem, ...]) -> Draft:
    """The draft without the tests that fail here, as long as most remain."""
    failing = _failing(problems)
    count = draft.files["cases.py"].count("\ndef test_") + draft.files["cases.py"].startswith("def test_")
    if not failing or len(failing) * 2 >= count:
        return draft
    left = tuple(_left(f"{draft.name}: {name}", problem, _why(problem)) for name, problem in failing.items())
    files = {**draft.files, "cases.py": without(draft.files["cases.py"], failing)}
    return replace(draft, files=files, left_out=(*draft.left_out, *left))


def _why(problem: Problem) -> Message:
    if isinstance(problem.message, Message):
        return problem.message
    return Message("importing.breaks", {"what": str(problem.message)})


def _problems(app: App, folder: Path, drafts: Sequence[Draft]) -> dict[str, tuple[Problem, ...]]:
    """The problems of each draft that cannot be proved."""
    checked = check_pack(app, folder, [draft.name for draft in drafts], anew=True) if drafts else None
    return {key.rpartition(":")[2]: problems for key, problems in checked.exercises.items() if problems} if checked else {}


def _write_pack(folder: Path, found: Drafts) -> None:
    folder.mkdir(parents=True)
    title = json.dumps(found.title, ensure_ascii=False)
    licence = json.dumps(found.licence or "unknown: see where it was imported from", ensure_ascii=False)
    text = f'id = "{found.pack}"\nversion = "1"\nlicence = {licence}\nlanguages = ["en"]\n\n[title]\nen = {title}\n'
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    for draft in found.drafts:
        _write(folder, draft)


def _write(folder: Path, draft: Draft) -> None:
    for name, text in draft.files.items():
        target = folder / "exercises" / "solve" / draft.name / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
