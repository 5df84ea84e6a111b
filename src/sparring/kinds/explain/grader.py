"""Marks which key points an answer speaks of and which claims to check.

What is recognised was said; what is not recognised is *not judged*: the program cannot know whether it was said in other words. So an answer is
`incorrect` only for what it says: a misconception, a point denied, nothing about the matter at all. Coverage of words proves no level.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Passage, Shown, Span
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message, Saying
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.explain.demo import ProveIt, try_it
from sparring.kinds.explain.depth import BESIDE
from sparring.kinds.explain.folder import CLAIM, PROVE_IT, load
from sparring.kinds.explain.hearing import PASS, Heard, hear
from sparring.kinds.explain.near import Near, Nearest, nearest
from sparring.kinds.explain.proof import prove
from sparring.kinds.explain.schema import ExplainSpec, Misconception, Point
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.language.meaning import Meaning
from sparring.language.points import Found
from sparring.language.readable import guess_language, unreadable_because

CORRECT = 0.85
NEXT_TO_NOTHING = 0.1
"""Below it, an answer that holds a misconception or denies a point is wrong, whatever else was recognised."""
SHOWN = 0.25
"""What a demonstration adds to the score of the words."""
WORTH_TELLING = 5
"""Hundredths below which a move is not told: it would read as none."""
DEMO = "demo"
AGAINST = "speaks-against"
"""The criterion of the finding that shows why the points found are not counted."""


class Explain:
    """The kind `explain`."""

    id = "explain"

    def load(self, folder: Folder) -> Exercise[ExplainSpec] | tuple[Problem, ...]:
        """Read the folder."""
        return load(folder)

    def read(self, exercise: Exercise[ExplainSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The text that was written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[ExplainSpec], answer: Answer, tools: Tools) -> Verdict:
        """Nothing to run: the same as grading."""
        return self.grade(exercise, answer, tools)

    def grade(self, exercise: Exercise[ExplainSpec], answer: Answer, tools: Tools) -> Verdict:
        """Coverage of the points, less what contradicts them; and what a demonstration shows, if there is one."""
        prose = answer.prose()
        language = guess_language(prose.text, prose.language)
        if language not in exercise.languages:
            language = prose.language
        reason = unreadable_because(prose.text, exercise.prompt.to(language), language)
        if reason:
            message = Message(f"explain.unreadable-{reason}")
            return unreadable((Finding("readable", False, message, Passage(prose.text)),), message)
        hints = answer.count("hint")
        verdict = judge_text(exercise.spec, prose.text, language, hints, asked_in=prose.language, meaning=tools.meaning)
        if tools.meaning is None and any(finding.ok is None and finding.markable for finding in verdict.findings):
            verdict = replace(verdict, findings=(*verdict.findings, _by_words(prose.text)))
        demo = answer.code(DEMO) if DEMO in answer.parts else None
        return proved(exercise.spec.offer, verdict, demo.source if demo else "", tools, hints)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, judge_text)


def _by_words(text: str) -> Finding:
    """That the plainer way was taken."""
    return Finding("how-read", None, Message("explain.by-words"), Passage(text))


def proved(offer: ProveIt | None, verdict: Verdict, source: str, tools: Tools, hints: int) -> Verdict:
    """The verdict on the words with what the demonstration showed; without one, with the offer of it."""
    if offer is None:
        return verdict
    if not source:
        made = Finding(PROVE_IT, None, Message("explain.prove-offer"), Shown(offer.task))
        return replace(verdict, findings=(*verdict.findings, made))
    tried = try_it(offer, source, tools.judge)
    wrong = any(finding.ok is False for finding in verdict.findings)
    level = _level(tried.ok, verdict.score >= CORRECT and not wrong, hints)
    made = Finding(PROVE_IT, tried.ok, tried.message, tried.evidence, Dimension.PYTHON_DEPTH, level)
    score = round(min(1.0, verdict.score + SHOWN), 4) if tried.ok else verdict.score
    passed = (verdict.passed or (tried.ok is True and score >= PASS)) and not any(_is_claim(finding) for finding in verdict.findings)
    outcome = (Outcome.CORRECT if score >= CORRECT else Outcome.PARTIAL) if passed else verdict.outcome
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    summary = _told(verdict, tried.ok)
    return Verdict(outcome, status, score, passed, (*verdict.findings, made), summary, tools.judge.engine_id, tried.cost)


def _level(ok: bool | None, strong: bool, hints: int) -> int | None:
    """What a demonstration supports (docs/rubric.md): shown 3, beside a full explanation 4; tried and not shown 2; not run, nothing."""
    if ok is None:
        return None
    if not ok:
        return 2
    return 2 if hints else 4 if strong else 3


def _told(verdict: Verdict, ok: bool | None) -> Saying:
    """The sentence on the whole: what was recognised, and whether it was shown."""
    said = verdict.summary
    name = "explain.summary-shown" if ok else "explain.summary-not-shown"
    points = [finding for finding in verdict.findings if isinstance(finding.evidence, Passage) and finding.evidence.sought]
    covered = sum(finding.ok is True for finding in points)
    if ok is None or any(_is_claim(finding) for finding in verdict.findings):
        return said
    return Message(name, {"covered": covered, "points": len(points)})


def _is_claim(finding: Finding) -> bool:
    """Whether a finding says that a misconception is held; what only sounds like one does not."""
    return finding.criterion.startswith(CLAIM) and finding.ok is False


def judge_text(
    spec: ExplainSpec,
    text: str,
    language: Language,
    hints: int = 0,
    asked_in: Language | None = None,
    meaning: Meaning | None = None,
) -> Verdict:
    """The verdict on a text that can be read as an answer. `asked_in`: the language of the question, the text's own if None."""
    heard = hear(spec, text, language, hints)
    near = nearest(spec, text, language, meaning) if meaning else Nearest({}, {})
    heard = replace(heard, about=heard.about or bool(near.points))  # what is near to a point is no answer to something else
    points = tuple(
        _doubted_finding(point, heard, text)
        if point.id in heard.doubted or (point.id in heard.bound.wrong and point.id not in heard.said)
        else _point_finding(point, heard.said.get(point.id), text, near.points.get(point.id), turned=point.id in heard.turned)
        for point in spec.points
    )
    perhaps = tuple(
        _near_claim(belief, hit, text)
        for belief in spec.misconceptions
        if (hit := near.claims.get(belief.id))
        and belief.id not in heard.held
        and not any(_within(said, hit) for said in heard.said.values())
    )
    wrong = tuple(_belief_finding(belief, heard.held[belief.id], text) for belief in spec.misconceptions if belief.id in heard.held)
    remarks = (_other_language(text, asked_in),) if asked_in not in (None, language) else ()
    beside = (
        _against(heard, text)
        if heard.disbelieved
        else (*_undecided(heard, text), *_unsure(heard, text), *_beside(heard, text))
        if heard.net
        else ()
    )
    return _verdict(heard, points, wrong, (*perhaps, *remarks, *beside))


def _beside(heard: Heard, text: str) -> tuple[Finding, ...]:
    """By how much the score was moved beside the points and what did most of it, with the words it rests on; nothing where it was not. It accuses of nothing."""
    moved = round(100 * heard.score) - round(100 * heard.net)
    if abs(moved) < WORTH_TELLING:
        return ()
    why = heard.deep.foremost(moved)
    spans = () if moved > 0 else tuple(Span(start, end) for start, end in heard.deep.spans.get(why, ()))
    name = f"explain.beside-{why}-{'more' if moved > 0 else 'less'}"
    return (Finding(BESIDE, None, Message(name, {"moved": abs(moved) / 100}), Passage(text, spans)),)


def _against(heard: Heard, text: str) -> tuple[Finding, ...]:
    """What speaks against the points whose words are there, with its places. It accuses of nothing: none of these words is wrong by itself."""
    return (Finding(AGAINST, None, Message("explain.against"), _against_in(heard, text)),)


def _unsure(heard: Heard, text: str) -> tuple[Finding, ...]:
    """What keeps words that come to a pass from passing by themselves, with its places; nothing where nothing does. It accuses of nothing either."""
    if heard.believed or not heard.passes:
        return ()
    name = "explain.against-pass" if heard.belief and heard.belief.spans else "explain.unbound-pass"
    return (Finding(AGAINST, None, Message(name), _against_in(heard, text)),)


def _undecided(heard: Heard, text: str) -> tuple[Finding, ...]:
    """What keeps points that come to a pass from passing: none of them is one that decides."""
    if heard.decided or heard.net < PASS or heard.wrong:
        return ()
    return (Finding(AGAINST, None, Message("explain.undecided"), Passage(text)),)


def _against_in(heard: Heard, text: str) -> Passage:
    return Passage(text, _outermost(heard.against))


def _outermost(places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The places, in order, without those that lie in another."""
    kept = [one for one in set(places) if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in places)]
    return tuple(Span(start, end) for start, end in sorted(kept))


def _doubted_finding(point: Point, heard: Heard, text: str) -> Finding:
    """A point whose words are there: bound the wrong way round, at these places, or in a text that says the contrary of much."""
    wrong, hit = heard.bound.wrong.get(point.id, ()), heard.doubted.get(point.id)
    spans = _outermost([(one.start, one.end) for one in wrong]) or ((Span(hit.start, hit.end),) if hit else ())
    message = Message("explain.point-bound" if wrong else "explain.point-doubted")
    return Finding(point.id, None, message, Passage(text, spans, point.title()), Dimension.PYTHON_DEPTH)


def _point_finding(point: Point, hit: Found | None, text: str, near: Near | None, *, turned: bool = False) -> Finding:
    if hit is None and near:
        passage = Passage(text, (Span(near.start, near.end),), point.title())
        return Finding(point.id, None, Message("explain.point-near"), passage, Dimension.PYTHON_DEPTH)
    if hit is None:
        return Finding(point.id, None, Message("explain.point-not-found"), Passage(text, (), point.title()), Dimension.PYTHON_DEPTH)
    passage = Passage(text, (Span(hit.start, hit.end),), point.title())
    if hit.denied:
        return Finding(
            point.id, False, Message("explain.point-turned" if turned else "explain.point-denied"), passage, Dimension.PYTHON_DEPTH
        )
    return Finding(point.id, True, Message("explain.point-covered"), passage, Dimension.PYTHON_DEPTH)


def _belief_finding(belief: Misconception, hit: Found, text: str) -> Finding:
    passage = Passage(text, (Span(hit.start, hit.end, belief.reply),))
    return Finding(f"{CLAIM}{belief.id}", False, Message("explain.check-claim"), passage, Dimension.PYTHON_DEPTH)


def _within(point: Found, near: Near) -> bool:
    """Whether a point was said in that very sentence: then the words know better than the vectors."""
    return not point.denied and point.start < near.end and near.start < point.end


def _near_claim(belief: Misconception, near: Near, text: str) -> Finding:
    """A sentence that sounds like a misconception: shown, never counted."""
    passage = Passage(text, (Span(near.start, near.end, belief.reply),))
    return Finding(f"{CLAIM}{belief.id}", None, Message("explain.check-near"), passage, Dimension.PYTHON_DEPTH)


def _other_language(text: str, asked_in: Language | None) -> Finding:
    return Finding("language", None, Message(f"explain.asked-in-{asked_in}"), Passage(text))


def _verdict(heard: Heard, points: tuple[Finding, ...], wrong: tuple[Finding, ...], remarks: tuple[Finding, ...]) -> Verdict:
    covered = sum(finding.ok is True for finding in points)
    passed = heard.passes and heard.believed
    outcome = _outcome(heard, covered, len(wrong), sum(finding.ok is False for finding in points), passed=passed)
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    return Verdict(
        outcome, status, round(heard.score, 4), passed, points + wrong + remarks, _summary(heard, covered, len(points), len(wrong))
    )


def _summary(heard: Heard, covered: int, points: int, wrong: int) -> Message:
    params: dict[str, str | int | float | bool] = {"count": wrong if wrong else covered, "covered": covered, "points": points}
    params["share"] = round(100 * heard.share)
    if wrong:
        return Message("explain.summary-check", params)
    if heard.disbelieved:
        return Message("explain.summary-doubted", {"points": points, "count": len(heard.doubted)})
    if covered == points:
        return Message("explain.summary-all", {"points": points})
    if not covered:
        return Message("explain.summary-none", params) if heard.about else Message("explain.summary-elsewhere")
    return Message("explain.summary-some", params)


def _outcome(heard: Heard, covered: int, wrong: int, denied: int, *, passed: bool) -> Outcome:
    """Wrong: more of it wrong than right, next to nothing right beside something wrong, or nothing about the matter. Where it speaks of the matter, nothing is wrong and no point
    was recognised, the program has not understood it: that is nobody's mistake, however short it is, and partial with nothing found yet (`Verdict.word`: open). So it is where
    the words of points are there and the text says the contrary of much: it was read, and what is doubted is told.
    """
    if passed:
        return Outcome.CORRECT if heard.net >= CORRECT else Outcome.PARTIAL
    if denied + wrong > covered or ((wrong or denied) and heard.score < NEXT_TO_NOTHING):
        return Outcome.INCORRECT
    if covered or heard.doubted or heard.about or heard.deep.of_the_matter:
        return Outcome.PARTIAL
    return Outcome.INCORRECT
