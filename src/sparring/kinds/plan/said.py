"""The two steps in words: the split of the feature, and the defence of the plan."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sparring.core.answer import Answer
from sparring.core.evidence import Logged, Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.text import Language, Message
from sparring.core.verdict import Dimension, Finding
from sparring.kinds.plan import own
from sparring.kinds.plan.schema import PlanSpec, Point
from sparring.language.points import Found, Wanted, find_points
from sparring.language.readable import guess_language, unreadable_because

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DENIES = re.compile(r"\W*(?:no|without|don['’]t|do not|never|nessun[ao]?|niente|senza|non|mai)\b", re.IGNORECASE)
_DENIAL = re.compile(r"!|\bnobody\b")
FEWEST_LINES = 3
"""Lines from which a text is a list."""
WORDS_A_MINUTE, MINUTES = 140, 3
FEWEST_WORDS = 25
FEWEST_DIFFERENT = 15
"""Different words of a defence: a sentence said twenty times is one sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """A step's findings, the share of its points that is there (0..1), and whether the step was done at all."""

    findings: tuple[Finding, ...]
    covered: float
    done: bool


def split(exercise: Exercise[PlanSpec], answer: Answer) -> Said:
    """The tasks that the candidate found; done as soon as one of them was expected."""
    text, copies = _own(exercise, answer, "tasks")
    findings, covered = _points(answer, "tasks", text, exercise.spec.parts, "split")
    return Said((*findings, *_copied(answer, "tasks", copies, "split:own")), covered, covered > 0)


def defence(exercise: Exercise[PlanSpec], answer: Answer) -> Said:
    """What the candidate says for the plan; done if it is prose of their own, and long enough."""
    text, copies = _own(exercise, answer, "defence")
    findings, covered = _points(answer, "defence", text, exercise.spec.defence, "defence")
    said = own.words(text)
    why = unreadable_because(text, "", _language(answer, "defence", text))
    done = why is None and len(said) >= FEWEST_WORDS and len(set(said)) >= FEWEST_DIFFERENT
    name = "not-given" if not done else "given" if covered else "of-nothing"
    given = Finding(
        "defence:given",
        (True if covered else None) if done else False,
        Message(f"plan.defence-{name}", {"least": FEWEST_WORDS}),
        Logged({"words": len(said), "different": len(set(said))}),
        Dimension.EXPLAINING,
    )
    return Said((given, *findings, *_copied(answer, "defence", copies, "defence:own"), *_length(answer)), covered if done else 0.0, done)


def _own(exercise: Exercise[PlanSpec], answer: Answer, part: str) -> tuple[str, tuple[Span, ...]]:
    spec = exercise.spec
    text = answer.prose(part).text
    boards = [*(project.tasks for project in spec.projects.values()), *(event.tasks for event in spec.events.values())]
    titles = [task.title for tasks in boards for task in tasks]
    copies = own.copied(
        text, (exercise.prompt.en, exercise.prompt.it, spec.happened.en, spec.happened.it), titles if part == "tasks" else ()
    )
    return own.without(text, copies), copies


def _copied(answer: Answer, part: str, copies: Sequence[Span], criterion: str) -> tuple[Finding, ...]:
    if not copies:
        return ()
    evidence = Passage(answer.prose(part).text, tuple(copies))
    return (Finding(criterion, False, Message("plan.copied", {"count": len(copies)}), evidence, Dimension.PLANNING),)


def _language(answer: Answer, part: str, text: str) -> Language:
    given = answer.prose(part).language
    return guess_language(text, given) if text.strip() else given


def _points(answer: Answer, part: str, text: str, points: Sequence[Point], prefix: str) -> tuple[tuple[Finding, ...], float]:
    """A finding for each point (ok None: not recognised), and the covered share of their weights. `text`: the answer's own words, at their places."""
    prose, language = answer.prose(part), _language(answer, part, text)
    lines = _lines(text) if part == "tasks" else ((0, text),)
    found = _found(lines, {one.id: Wanted(one.paraphrases.get(language, ())) for one in points}, language)
    if part == "tasks":
        listed = _listed(lines, points, language)
        found |= {name: line for name, line in listed.items() if name not in found or found[name].denied}
    findings, covered = [], 0
    for one in points:
        hit = found.get(one.id)
        ok = (not hit.denied) if hit else None
        covered += one.weight if ok else 0
        spans = (Span(hit.start, hit.end),) if hit else ()
        message = Message(f"plan.{prefix}-{'there' if ok else 'denied' if hit else 'missing'}")
        findings.append(Finding(f"{prefix}:{one.id}", ok, message, Passage(prose.text, spans, one.title()), Dimension.PLANNING))
    return tuple(findings), covered / sum(one.weight for one in points)


def _lines(text: str) -> tuple[tuple[int, str], ...]:
    """The lines of a list with their places: each is a task, whatever stands before and behind it. Prose is one piece."""
    lines = [(match.start(), match[0].replace("?", ".")) for match in _LINE.finditer(text)]
    return tuple(lines) if len(lines) >= FEWEST_LINES else ((0, text),)


def _listed(lines: Sequence[tuple[int, str]], points: Sequence[Point], language: Language) -> dict[str, Found]:
    """The points that a line says in one of their ways. A line that begins with "no" says only what has a way that is a denial ("nobody sees others' orders")."""
    plain = [(at, line) for at, line in lines if not _DENIES.match(line)]
    denying = [(at, line) for at, line in lines if _DENIES.match(line)]
    found = _found(denying, {one.id: Wanted((), [way for way in one.ways if _DENIAL.search(way)]) for one in points}, language)
    found |= _found(plain, {one.id: Wanted((), one.ways) for one in points}, language)
    return {name: hit for name, hit in found.items() if not hit.denied}


def _found(lines: Sequence[tuple[int, str]], wanted: Mapping[str, Wanted], language: Language) -> dict[str, Found]:
    """The points that any of the lines speaks of, at their places in the whole."""
    best: dict[str, Found] = {}
    for at, line in lines:
        for name, hit in find_points(line, wanted, language).items():
            if name not in best or (best[name].denied and not hit.denied):
                best[name] = replace(hit, start=hit.start + at, end=hit.end + at)
    return best


def _length(answer: Answer) -> tuple[Finding, ...]:
    """Whether the defence fits into three minutes."""
    count = len(answer.prose("defence").text.split())
    if not count:
        return ()
    seconds = round(60 * count / WORDS_A_MINUTE)
    fits = FEWEST_WORDS <= count <= WORDS_A_MINUTE * MINUTES
    message = Message(
        "plan.length-fits" if fits else "plan.length-short" if count < FEWEST_WORDS else "plan.length-long",
        {"count": count, "seconds": seconds},
    )
    return (Finding("defence:length", fits, message, Logged({"words": count, "seconds": seconds}), Dimension.EXPLAINING),)
