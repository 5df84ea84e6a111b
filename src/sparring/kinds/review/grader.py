"""Holds a review against what was planted: by place, then by meaning (`matching.py`), and says what that comes to (`verdicts.py`).

A remark on the lines of a fault that says what is wrong has found it. On the right lines in words that are not recognised it is *not judged*: the candidate
says whether they meant it. On the lines of a decoy it is a false alarm, unless it only asks. What is said elsewhere may be right, for nobody planted it:
called serious it is told as what nothing is known of, and costs half a false alarm.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Passage
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import LANGUAGES, Language, Message, Text
from sparring.core.verdict import Finding, Verdict, unreadable
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.review.change import shown
from sparring.kinds.review.matching import best, hits_of, is_alarm, unmatched
from sparring.kinds.review.proof import NAMES, prove
from sparring.kinds.review.remarks import remarks
from sparring.kinds.review.schema import Planted, ReviewFile, ReviewSpec, Spot
from sparring.kinds.review.verdicts import Raised, alarm, faults, unknown, verdict
from sparring.language.readable import guess_language


class Review:
    """The kind `review`."""

    id = "review"

    def load(self, folder: Folder) -> Exercise[ReviewSpec] | tuple[Problem, ...]:
        """Read the folder; the change is shown below the question."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", ReviewFile)
        prompt, answer = reader.text("prompt"), reader.text("answer", required=folder.complete)
        before, after = _project(reader, "before"), _project(reader, "after")
        samples = _samples(reader, required=folder.complete)
        if table is None or prompt is None:
            return tuple(reader.problems)
        known = {name for t in table.faults for name in (f"{t.sort}:{t.id}", f"severity:{t.id}")}
        check_follow_ups(table, reader, {*known, "false-alarm", "marked", "severity"})
        faults = tuple(
            Planted(
                t.id,
                Spot(t.file, *t.lines, t.story.text()),
                t.severity,
                t.sort,
                {"en": t.en, "it": t.it},
                {"en": t.contraries.en, "it": t.contraries.it},
                t.names,
            )
            for t in table.faults
        )
        decoys = tuple(Spot(t.file, *t.lines, t.story.text()) for t in table.decoys)
        spec = ReviewSpec(prompt, before, after, faults, decoys, samples)
        whole = Text(*(f"{prompt.to(language)}\n\n{HOW[language]}\n\n{shown(before, after, language)}" for language in LANGUAGES))
        slot = Slot("review", "prose", "review.md")
        given = {f"project/{name}": text for name, text in after.items()}
        reveal = section("review.senior", answer)
        return exercise(folder, table, reader, prompt=whole, slots=(slot,), spec=spec, reveal=reveal, given=given, answer_once=True)

    def read(self, exercise: Exercise[ReviewSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The review that was written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[ReviewSpec], answer: Answer, tools: Tools) -> Verdict:
        """Nothing to run: the same as grading."""
        return self.grade(exercise, answer, tools)

    def grade(self, exercise: Exercise[ReviewSpec], answer: Answer, tools: Tools) -> Verdict:
        """What was found, missed and falsely raised."""
        del tools
        prose = answer.prose("review")
        language = guess_language(prose.text, prose.language)
        language = language if language in exercise.languages else prose.language
        return judge_review(exercise.spec, prose.text, language, answer.count("hint"), told=answer.count("revealed") > 0)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, judge_review)


HOW: Mapping[Language, str] = {
    "en": "One remark a line: `file:line severity: what is wrong and what you would do`. Severity: blocker, major, minor, nit, or question.",
    "it": "Un'osservazione per riga: `file:riga gravità: che cosa non va e che cosa faresti`. Gravità: bloccante, grave, lieve, dettaglio, o domanda.",
}


def _project(reader: Reader, name: str) -> dict[str, str]:
    """The files below a folder of the exercise, by their path in it."""
    root = reader.path / name
    paths = sorted(path.relative_to(reader.path) for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(Path(*path.parts[1:]).as_posix()): text for path in paths if (text := reader.source(path.as_posix())) is not None}


def _samples(reader: Reader, *, required: bool) -> dict[tuple[str, str], str]:
    wanted = [(name, language) for name in NAMES for language in reader.languages]
    return {key: text for key in wanted if (text := reader.source(f"samples/{key[0]}.{key[1]}.md", required=required)) is not None}


def judge_review(spec: ReviewSpec, text: str, language: Language, hints: int = 0, *, told: bool = False) -> Verdict:
    """The verdict on a review; unreadable if it marks no line of a file that was changed.

    What was missed is named only by its file, until the review passes or everything is `told`: otherwise the second one would be a copy.
    """
    made = [remark for remark in remarks(text, spec.after) if remark.file in spec.after]
    if not made:
        message = Message("review.no-remark", {"file": next(iter(spec.after), "file.py")})
        return unreadable((Finding("readable", False, message, Passage(text)),), message)
    every = hits_of(spec, made, language)
    alarms = [(spot, remark) for remark in made for spot in spec.decoys if is_alarm(spec, spot, remark, every, language)]
    false = [remark for _, remark in alarms]
    hits = best([hit for hit in every if hit.remark not in false])
    rest = unmatched(spec, made, every, hits, false, language)
    raised = (*(alarm(*each, spec) for each in alarms), *unknown(rest))
    count = Raised(len(alarms), len(rest))
    whole = verdict(spec, hits, (*faults(spec, hits), *raised), count, hints, text)
    if told or whole.passed:
        return whole
    return verdict(spec, hits, (*faults(spec, hits, told=False), *raised), count, hints, text)
