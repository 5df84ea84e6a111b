"""The two steps in words: the split of the feature, and the defence of the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sparring.core.answer import Answer
from sparring.core.evidence import Logged, Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.text import Language, Message, Text
from sparring.core.verdict import Dimension, Finding
from sparring.kinds.plan import earned, held, own
from sparring.kinds.plan import split as splitting
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.schema import PlanSpec, Point
from sparring.language.points import Found, Wanted, find_points
from sparring.language.readable import guess_language, unreadable_because
from sparring.language.text import sentences

WORDS_A_MINUTE, MINUTES = 140, 3
FEWEST_WORDS = 25
FEWEST_DIFFERENT = 15
"""Different words of a defence: a sentence said twenty times is one sentence."""


MOST_FALSE = 3
"""Claims against the plan that a defence may hold however much of it is right; fewer true ones allow half as many, one at least."""
FEWEST_TRUE = 2
"""Claims that the plan confirms, where none of a defence's points is recognised: names alone defend nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A step's findings, the share of its points that is there (0..1), whether it was done at all, and what is wrong with it as a whole.

    `flaw`: of a split "names", "undivided" or "hollow" (most lines undertake nothing); of a defence "against" (the plan, in something) or "another" (plan is spoken of).
    """

    findings: tuple[Finding, ...]
    covered: float
    done: bool
    flaw: str = ""
    against: int = 0
    """Claims of a defence that the plan contradicts."""


ENDS = (frozenset("first primo prima primi prime".split()), frozenset("last ultimo ultima ultimi ultime".split()))


def split(exercise: Exercise[PlanSpec], answer: Answer) -> Said:
    """The tasks that the candidate found; done as soon as one of them was expected."""
    text, copies = _own(exercise, answer, "tasks")
    parts, whole = exercise.spec.parts, answer.prose("tasks").text
    people = frozenset(name.lower() for person in exercise.spec.projects["en"].team for name in (person.id, person.name))
    found = splitting.split(text, parts, _language(answer, "tasks", text), people)
    hits = {name: (hit.span, hit.denied) for name, hit in found.placed.items()}
    findings, covered = _told(whole, "split", parts, hits, {one.id: found.weight(one.id) for one in parts})
    findings = tuple(_why(one, found) for one in findings)
    remarks = [
        Finding(
            f"split:{name}",
            False,
            Message(f"plan.split-{name}", {"count": len(numbers)}),
            Passage(whole, found.spans(numbers)),
            Dimension.PLANNING,
        )
        for name, numbers in (("bare", found.bare), ("together", found.crowded), ("hollow", found.empty))
        if numbers and (covered or name == "hollow")
    ]
    return Said(
        (*findings, *remarks, *_copied(answer, "tasks", copies, "split:own")),
        covered,
        covered > 0,
        "undivided" if found.undivided else "hollow" if found.empty else "names" if found.bare else "",
    )


def _why(finding: Finding, found: splitting.Split) -> Finding:
    """A part on a line that does not count, with the reason; where the line may be read either way, an open question."""
    hit = found.placed.get(finding.criterion.removeprefix("split:"))
    if hit is None or not hit.denied:
        return finding
    line = " ".join(found.pieces[hit.piece].text.split()).lstrip("-*• ")
    ok = None if hit.why == "open" else False
    return replace(finding, ok=ok, message=Message(f"plan.split-{hit.why or 'refused'}", {"line": line}))


def defence(exercise: Exercise[PlanSpec], answer: Answer, plans: Sequence[Facts] = ()) -> Said:
    """What the candidate says for the plan; done if it is prose of their own, long enough, and speaks of this plan and not of another one.

    `plans`: the candidate's plan, and the one after the event. A point that rests on what is not so in the plan is not earned.
    """
    text, copies = _own(exercise, answer, "defence")
    language = _language(answer, "defence", text)
    claims = held.check(text, language, exercise, plans)
    against = [one.span for one in claims if not one.agrees]
    confirmed = earned.confirmed(claims, exercise, plans)
    findings, covered = _points(answer, text, exercise.spec.defence, tuple(dict.fromkeys(against)), confirmed)
    said = own.words(text)
    why = unreadable_because(text, "", language)
    long = why is None and len(said) >= FEWEST_WORDS and len(set(said)) >= FEWEST_DIFFERENT
    denied = any(one.ok is False for one in findings)
    another = _of_another(len(against), len(claims) - len(against))
    true = {one.fact.en for one in claims if one.agrees and one.span not in against}
    done = long and not another and (covered > 0 or (not denied and len(true) >= FEWEST_TRUE))
    name = "not-given" if not long else "another" if another else "beside" if not done else "given" if covered else "of-nothing"
    given = Finding(
        "defence:given",
        (True if covered else None) if done else False,
        Message(f"plan.defence-{name}", {"least": FEWEST_WORDS}),
        Logged({"words": len(said), "different": len(set(said))}),
        Dimension.EXPLAINING,
    )
    told = (given, *held.findings(answer, claims), *findings, *_copied(answer, "defence", copies, "defence:own"), *_length(answer))
    return Said(told, covered if done else 0.0, done, "another" if another and long else "against" if against else "", len(against))


def _of_another(against: int, agreeing: int) -> bool:
    """Whether so much is against the plan that it is another one that is defended."""
    return against > min(MOST_FALSE, max(1, agreeing // 2))


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


def _points(
    answer: Answer, text: str, points: Sequence[Point], against: Sequence[Span], confirmed: Mapping[str, Span]
) -> tuple[tuple[Finding, ...], float]:
    """A finding for each point of the defence (ok None: not recognised), and the covered share of their weights. `text`: the answer's own words, at their places.

    What stands in a sentence that is `against` the plan is not earned by it; it may be by another one.
    What the plan confirms (`confirmed`: points and their sentences) is earned in whatever words it is said.
    """
    language = _language(answer, "defence", text)
    wanted = {one.id: Wanted(one.paraphrases.get(language, ()), one.ways) for one in points}
    kept = find_points(own.without(text, against), wanted, language)
    found = {one.id: kept[one.id] for one in points if one.id in kept and not _opposed(text, kept[one.id], one, language)}
    lost = {name: hit for name, hit in find_points(text, wanted, language).items() if name not in kept} if against else {}
    hits = {name: (Span(hit.start, hit.end), hit.denied) for name, hit in {**lost, **found}.items()}
    hits |= {name: (span, False) for name, span in confirmed.items() if name not in found and name in wanted}
    lost = {name: hit for name, hit in lost.items() if name not in confirmed}
    weights = {one.id: float((one.id in found or one.id in confirmed) and not hits[one.id][1]) for one in points}
    told, covered = _told(answer.prose("defence").text, "defence", points, hits, weights)
    resting = {f"defence:{name}" for name in lost}
    return tuple(
        replace(one, ok=False, message=Message("plan.defence-unfounded")) if one.criterion in resting else one for one in told
    ), covered


def _opposed(text: str, hit: Found, point: Point, language: Language) -> bool:
    """Whether a point says that something comes first and the sentence that it comes last, or the other way round."""
    wanted = {word for phrase in point.paraphrases.get(language, ()) for word in phrase.lower().split()}
    place = next((one for one in sentences(text, language) if one.start <= hit.start < one.end), None)
    said = set(own.words(text[place.start : place.end])) if place else set()
    return any(wanted & one and not wanted & other and said & other and not said & one for one, other in (ENDS, ENDS[::-1]))


def _told(
    text: str, prefix: str, points: Sequence[Point], hits: Mapping[str, tuple[Span, bool]], weights: Mapping[str, float]
) -> tuple[tuple[Finding, ...], float]:
    findings, covered = [], 0.0
    for one in points:
        span, denied = hits.get(one.id, (None, False))
        ok = (not denied) if span else None
        covered += one.weight * weights[one.id]
        message = Message(f"plan.{prefix}-{'there' if ok else 'denied' if span else 'missing'}")
        evidence = _shown(text, span, one.title(), alone=prefix == "split")
        findings.append(Finding(f"{prefix}:{one.id}", ok, message, evidence, Dimension.PLANNING))
    return tuple(findings), covered / sum(one.weight for one in points)


def _shown(text: str, span: Span | None, sought: Text, *, alone: bool) -> Passage:
    """Where a point is said; `alone`: with nothing of the text but the lines of that place, as a list is no running text."""
    if span is None:
        return Passage("", (), sought)
    start, end = (text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)) if alone else (0, len(text))
    return Passage(text[start : end if end >= 0 else len(text)], (Span(span.start - start, span.end - start),), sought)


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
