"""Holds a review against what was planted: by place, then by meaning.

A remark on the lines of a fault that says what is wrong has found it. On the right lines in words that are not recognised it is *not judged*: the candidate
says whether they meant it. On the lines of a decoy it is a false alarm, unless it only asks. What is said elsewhere may be right, for nobody planted it:
called serious it is told as what nothing is known of, and costs half a false alarm.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Passage, Place, Places
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import LANGUAGES, Language, Message, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.format import Reader, exercise, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.review.change import shown
from sparring.kinds.review.proof import NAMES, prove
from sparring.kinds.review.remarks import Remark, remarks
from sparring.kinds.review.schema import Planted, ReviewFile, ReviewSpec, Spot
from sparring.language.points import Wanted, find_points
from sparring.language.readable import guess_language
from sparring.language.text import NEGATIONS, STOPWORDS, tokens

SLACK = 1
"""How many lines beside a fault still point at it."""
ENOUGH = 2
"""How many of its author's words speak of a fault, on its own lines."""
HINT_COST, ALARM_COST, HALF = 0.1, 0.1, 0.5
UNMATCHED_COST = ALARM_COST / 2
"""What a serious remark costs where nothing is known to be wrong: one may be right and the review stays correct, many are noise."""
UNWEIGHED = 0.75
"""What a fault is worth that was found without a word on how bad it is, or with one that is far off: who merges has to know what must not wait."""
SERIOUS = ("major", "blocker")
ORDER = ("nit", "minor", "major", "blocker")
PASS, CORRECT = 0.6, 0.85


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


@dataclass(frozen=True, slots=True)
class _Hit:
    """A fault with the remark on it; `meant`: the remark says what is wrong; `placed`: on the right lines."""

    fault: Planted
    remark: Remark
    meant: bool
    placed: bool


def judge_review(spec: ReviewSpec, text: str, language: Language, hints: int = 0, *, told: bool = False) -> Verdict:
    """The verdict on a review; unreadable if it marks no line of a file that was changed.

    What was missed is named only by its file, until the review passes or everything is `told`: otherwise the second one would be a copy.
    """
    made = [remark for remark in remarks(text, spec.after) if remark.file in spec.after]
    if not made:
        message = Message("review.no-remark", {"file": next(iter(spec.after), "file.py")})
        return unreadable((Finding("readable", False, message, Passage(text)),), message)
    every = _hits(spec, made, language)
    hits = _best(every)
    alarms = [(spot, remark) for remark in made for spot in spec.decoys if _is_alarm(spec, spot, remark)]
    unmatched = _unmatched(spec, made, every, hits, [remark for _, remark in alarms])
    raised = (*(_alarm(*alarm, spec) for alarm in alarms), *_unknown(unmatched))
    count = _Raised(len(alarms), len(unmatched))
    verdict = _verdict(spec, hits, (*_faults(spec, hits), *raised), count, hints, text)
    if told or verdict.passed:
        return verdict
    return _verdict(spec, hits, (*_faults(spec, hits, told=False), *raised), count, hints, text)


@dataclass(frozen=True, slots=True)
class _Raised:
    """How many remarks object to a decoy, and how many serious ones stand where nothing is known to be wrong."""

    alarms: int
    unmatched: int


def _unmatched(
    spec: ReviewSpec, made: Sequence[Remark], every: Sequence[_Hit], hits: Mapping[str, _Hit], alarms: Sequence[Remark]
) -> tuple[Remark, ...]:
    """The serious remarks that lie on no fault, speak of none beside them, are no fault's best one, and are no false alarm."""
    matched = [hit.remark for hit in every if hit.meant and hit.placed] + [hit.remark for hit in hits.values() if hit.meant]
    return tuple(
        remark
        for remark in made
        if remark.severity in SERIOUS
        and remark not in (*matched, *alarms)
        and not any(fault.spot.near(remark.file, remark.first, remark.last, 0) for fault in spec.faults)
    )


def _unknown(unmatched: Sequence[Remark]) -> Iterator[Finding]:
    if unmatched:
        rows = tuple(Place(remark.file, remark.first, 0, remark.said) for remark in unmatched)
        yield Finding("unmatched", None, Message("review.unmatched", {"count": len(rows)}), Places(rows), Dimension.DESIGN)


def _hits(spec: ReviewSpec, made: Sequence[Remark], language: Language) -> list[_Hit]:
    """What every remark says of the faults."""
    wanted = {fault.id: Wanted(fault.paraphrases.get(language, ())) for fault in spec.faults}
    question = spec.question.to(language)
    found: list[_Hit] = []
    for remark in made:
        sought = find_points(remark.said, wanted, language, question=question)
        said = {key for key, hit in sought.items() if not hit.denied} | (_spoken_of(spec, remark, language) - set(sought))
        found += _on(spec, remark, said)
    return found


def _best(every: Sequence[_Hit]) -> dict[str, _Hit]:
    """The best remark for each fault: on its lines and in words for it, in words for it elsewhere in its file, or on its lines."""
    found: dict[str, _Hit] = {}
    for hit in every:
        known = found.get(hit.fault.id)
        if known is None or (hit.meant, hit.placed) > (known.meant, known.placed):
            found[hit.fault.id] = hit
    return found


def _spoken_of(spec: ReviewSpec, remark: Remark, language: Language) -> set[str]:
    """The faults on whose very lines a remark lies and of which it uses two words that its author would: the place has said the rest.

    Words that already stand in the code there do not count: repeating them says nothing.
    """
    words = _telling(remark.said, language)
    there = [fault for fault in spec.faults if fault.spot.near(remark.file, remark.first, remark.last, 0)]
    own = {fault.id: _telling(" ".join((*fault.paraphrases.get(language, ()), fault.spot.story.to(language))), language) for fault in there}
    code = {fault.id: _telling(_excerpt(spec, fault.spot), language) for fault in there}
    mistaken = {fault.id for fault in there if _contrary(fault, remark, language)}
    return {name for name, known in own.items() if name not in mistaken and len((words & known) - code[name]) >= ENOUGH}


def _contrary(fault: Planted, remark: Remark, language: Language) -> bool:
    """Whether a remark speaks of the fault that this one is taken for: all the words of a contrary, its denials too."""
    stems = {token.stem for token in tokens(remark.said, language)}
    small = STOPWORDS[language] - NEGATIONS[language]
    wanted = (
        {token.stem for token in tokens(text, language) if token.text.lower() not in small} for text in fault.contraries.get(language, ())
    )
    return any(words and words <= stems for words in wanted)


def _telling(text: str, language: Language) -> set[str]:
    """The stems of the words that carry meaning."""
    small = STOPWORDS[language] | NEGATIONS[language]
    return {token.stem for token in tokens(text, language) if len(token.text) > 2 and token.text.lower() not in small}


def _on(spec: ReviewSpec, remark: Remark, said: set[str]) -> list[_Hit]:
    """What a remark is on: the faults that it names on their lines; else those whose lines it lies on, and those it names elsewhere in their file.

    Beside a fault a remark that is called serious has to speak of it: it may as well object to what is fine there.
    """
    inside = [fault for fault in spec.faults if fault.spot.near(remark.file, remark.first, remark.last, 0)]
    beside = [fault for fault in spec.faults if fault.spot.near(remark.file, remark.first, remark.last, SLACK)]
    named = [_Hit(fault, remark, meant=True, placed=True) for fault in beside if fault.id in said]
    if named:
        return named
    pointed = inside if remark.severity in SERIOUS else inside or beside
    elsewhere = [fault for fault in spec.faults if fault.id in said and fault.spot.file == remark.file]
    return [
        *(_Hit(fault, remark, meant=False, placed=True) for fault in pointed),
        *(_Hit(fault, remark, meant=True, placed=False) for fault in elsewhere),
    ]


def _is_alarm(spec: ReviewSpec, spot: Spot, remark: Remark) -> bool:
    """Whether a remark objects to what is fine; one that only asks, or that lies on a fault as well, does not."""
    on_fault = any(fault.spot.near(remark.file, remark.first, remark.last, 0) for fault in spec.faults)
    return spot.near(remark.file, remark.first, remark.last, 0) and not on_fault and remark.severity not in ("question", "nit")


def _excerpt(spec: ReviewSpec, spot: Spot) -> str:
    return "\n".join(spec.after[spot.file].splitlines()[spot.first - 1 : spot.last])


def _faults(spec: ReviewSpec, hits: Mapping[str, _Hit], *, told: bool = True) -> Iterator[Finding]:
    for number, fault in enumerate(spec.faults, 1):
        hit = hits.get(fault.id)
        if told or hit is not None:
            yield _fault(fault, hit, spec)
        else:
            message = Message(f"review.missed-{fault.severity}")
            yield Finding(f"{fault.sort}:missed-{number}", False, message, Place(fault.spot.file, 0, 0, ""), Dimension.DESIGN)


def _fault(fault: Planted, hit: _Hit | None, spec: ReviewSpec) -> Finding:
    spot, name = fault.spot, f"{fault.sort}:{fault.id}"
    if hit is None:
        return Finding(name, False, spot.story, Place(spot.file, spot.first, 0, "", _excerpt(spec, spot)), Dimension.DESIGN)
    if not hit.meant:
        return Finding(
            name,
            None,
            Message("review.named-only" if _named(hit) else "review.marked-only"),
            Passage(hit.remark.said or "–", (), spot.story),
            Dimension.DESIGN,
        )
    return Finding(name, True, spot.story, Place(spot.file, hit.remark.first, 0, hit.remark.said, _excerpt(spec, spot)), Dimension.DESIGN)


def _named(hit: _Hit) -> bool:
    """Whether the remark says what the trade calls the fault."""
    said = hit.remark.said.lower()
    return any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", said) for name in hit.fault.names)


def _alarm(spot: Spot, remark: Remark, spec: ReviewSpec) -> Finding:
    return Finding("false-alarm", False, spot.story, Place(spot.file, remark.first, 0, remark.said, _excerpt(spec, spot)), Dimension.DESIGN)


def _worth(hit: _Hit | None) -> float:
    if hit is None:
        return 0.0
    whole = hit.meant and hit.placed
    return (1.0 if whole else HALF) * (UNWEIGHED if whole and _weighed(hit) is not True else 1.0)


def _weighed(hit: _Hit) -> bool | None:
    """Whether the remark says about how bad the fault is; None where it does not say."""
    given = hit.remark.severity
    return abs(ORDER.index(given) - ORDER.index(hit.fault.severity)) <= 1 if given in ORDER else None


def _lighter(hit: _Hit) -> bool:
    """Whether the remark calls the fault lighter than it is."""
    given = hit.remark.severity
    return given in ORDER and ORDER.index(given) < ORDER.index(hit.fault.severity)


def _verdict(spec: ReviewSpec, hits: Mapping[str, _Hit], findings: tuple[Finding, ...], raised: _Raised, hints: int, text: str) -> Verdict:
    total = sum(fault.weight for fault in spec.faults)
    worth = sum(fault.weight * _worth(hits.get(fault.id)) for fault in spec.faults) / total
    score = round(max(0.0, worth - ALARM_COST * raised.alarms - UNMATCHED_COST * raised.unmatched - HINT_COST * hints), 3)
    blockers = [fault for fault in spec.faults if fault.severity == "blocker"]
    seen = all(fault.id in hits for fault in blockers)
    passed = score >= PASS and seen
    weighed = all(_weighed(hit) for hit in hits.values() if hit.meant)
    outcome = (
        Outcome.CORRECT
        if passed and score >= CORRECT and weighed and not raised.alarms
        else Outcome.PARTIAL
        if score >= PASS / 2
        else Outcome.INCORRECT
    )
    level = _level(spec, hits, raised.alarms, seen=seen)
    found = sum(hit.placed for hit in hits.values())
    params: dict[str, str | int | float | bool] = {
        "found": found, "count": len(spec.faults), "alarms": raised.alarms, "unmatched": raised.unmatched,
    }  # fmt: skip
    whole = Finding("marked", seen, Message("review.marked", params), Passage(text), Dimension.DESIGN, level)
    findings = (whole, *findings, *_severities(hits))
    passing = "underrated" if any(hit.fault.severity == "blocker" and _lighter(hit) for hit in hits.values()) else "passed"
    summary = Message("review.summary-all" if outcome is Outcome.CORRECT else f"review.summary-{passing if passed else 'missed'}", params)
    return Verdict(outcome, Status.PASSED if passed else Status.WRONG_ANSWER, score, passed, findings, summary)


def _level(spec: ReviewSpec, hits: Mapping[str, _Hit], alarms: int, *, seen: bool) -> int:
    """What the marked lines alone support: none of the bad ones 1, some 2, all of them 3, everything and no false alarm 4."""
    placed = {key for key, hit in hits.items() if hit.placed}
    if not seen:
        return 2 if placed else 1
    return 4 if len(placed) == len(spec.faults) and not alarms else 3


def _severities(hits: Mapping[str, _Hit]) -> Iterator[Finding]:
    """Where somebody called a blocker a detail, or the other way round, where a fault was called a step lighter, and where nobody said how bad it is."""
    silent = [hit for hit in hits.values() if hit.meant and _weighed(hit) is None]
    for hit in hits.values():
        if hit.meant and _weighed(hit) is False:
            message = Message(f"review.severity-{hit.fault.severity}-{'low' if _lighter(hit) else 'high'}")
            yield Finding(f"severity:{hit.fault.id}", False, message, Passage(hit.remark.said), Dimension.DESIGN)
        elif hit.meant and _lighter(hit) and hit.fault.severity != "minor":
            row = Place(hit.remark.file, hit.remark.first, 0, hit.remark.said)
            yield Finding(
                f"severity:{hit.fault.id}", None, Message(f"review.severity-{hit.fault.severity}-low"), Places((row,)), Dimension.DESIGN
            )
    if silent:
        rows = tuple(Place(hit.remark.file, hit.remark.first, 0, hit.remark.said) for hit in silent)
        yield Finding("severity", None, Message("review.severity-missing", {"count": len(silent)}), Places(rows), Dimension.DESIGN)
