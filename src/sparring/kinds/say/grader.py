"""Looks for what must be said, and for what must not.

Moves are recognised by patterns over words; what is not recognised is *not judged*, since it may have been said in other words. Wrong is only what is
there: a trap that the drill sets, a slip of English. The rules alone decide, so that the verdict is the same on every machine.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Correction, Logged, Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.speech import Take
from sparring.core.text import Message
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.say.folder import load
from sparring.kinds.say.proof import prove
from sparring.kinds.say.schema import Move, SaySpec, Trap
from sparring.language.english.checking import Checker
from sparring.language.english.matching import Sentence, find
from sparring.language.english.pattern import Pattern
from sparring.language.english.rules import Slip
from sparring.language.english.words import sentences
from sparring.language.polarity import Denial, denials
from sparring.language.readable import guess_language
from sparring.language.stance import DONT_KNOW

Place = tuple[int, int]
"""First character, and the one behind the last."""
OF_FACTS = ("explain", "aloud", "numbers")
"""The forms that state how something is: there a denial says the contrary. Elsewhere it is part of what is to be said ("I am not sure I agree")."""
PASS, CORRECT = 0.6, 0.9
SLIP_COST, MOST_SLIPS = 0.1, 0.3
TRAP_COST = 0.5
HINT_COST = 0.1
WORDS_A_SECOND = 2.3
"""138 words a minute: the middle of the usual range of English presentations (100 to 160)."""
FEWEST_OF_A_LANGUAGE = 5
"""Words from which the language of an answer can be told."""


class Say:
    """The kind `say`."""

    id = "say"

    def load(self, folder: Folder) -> Exercise[SaySpec] | tuple[Problem, ...]:
        """Read the folder."""
        return load(folder)

    def read(self, exercise: Exercise[SaySpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The text that was written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[SaySpec], answer: Answer, tools: Tools) -> Verdict:
        """Nothing to run: the same as grading."""
        return self.grade(exercise, answer, tools)

    def grade(self, exercise: Exercise[SaySpec], answer: Answer, tools: Tools) -> Verdict:
        """What was said, less what went wrong."""
        prose = answer.prose()
        text = prose.text
        if reason := _unreadable(text, exercise.spec):
            message = Message(f"say.unreadable-{reason}")
            return unreadable((Finding("readable", False, message, Passage(text)),), message)
        return judge_text(exercise.spec, text, tools.english, answer.count("hint"), prose.take)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, lambda spec, text: judge_text(spec, text, tools.english), {rule.id for rule in tools.english.rules})


def _unreadable(text: str, spec: SaySpec) -> str:
    """Why the text is no answer; '' if it is one."""
    words = text.split()
    if DONT_KNOW.search(text) and len(words) < FEWEST_OF_A_LANGUAGE * 2 and not _makes_a_move(text, spec):
        return "dont-know"
    if len(words) >= FEWEST_OF_A_LANGUAGE and guess_language(text, "en") == "it":
        return "language"
    return "copied" if _plain(text) in (_plain(spec.question.en), _plain(spec.question.it)) else ""


def _makes_a_move(text: str, spec: SaySpec) -> bool:
    """Whether something of what must be said is there: "I don't know, but I would look it up" is what some drills ask for."""
    heard = [Sentence.of(words) for words in sentences(text)]
    return any(next(_places(move.ways, heard), None) for move in spec.moves)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def judge_text(spec: SaySpec, text: str, english: Checker, hints: int = 0, take: Take | None = None) -> Verdict:
    """The verdict on a text that can be read as an answer. `take`: it was said; marks and capitals are then nobody's, and its length is known."""
    heard = [Sentence.of(words) for words in sentences(text)]
    slips = english.check(text, spoken=take is not None, alone=True)
    denied = denials(text) if spec.form in OF_FACTS else ()
    moves = [(move, *_said(move, heard, denied)) for move in spec.moves]
    traps = [(trap, place) for trap in spec.traps if (place := _sprung(trap, slips, heard))]
    caught = {trap.rule for trap, _ in traps}
    others = [slip for slip in slips if slip.rule not in caught]
    findings = (
        *(_move_finding(move, place, text, meant=meant) for move, place, meant in moves),
        *(_trap_finding(trap, place, slips, text) for trap, place in traps),
        *(_slip_finding(slip, text) for slip in others),
        *_length(spec, text, take),
    )
    said = sum(move.weight for move, _, meant in moves if meant) / sum(move.weight for move, _, _ in moves)
    lost = TRAP_COST * bool(traps) + min(MOST_SLIPS, SLIP_COST * len(others)) + HINT_COST * hints
    return _verdict(max(0.0, said - lost), sum(meant for _, _, meant in moves), len(moves), len(traps), len(others), findings)


def _places(ways: Sequence[Pattern], heard: Sequence[Sentence]) -> Iterator[Place]:
    """Where the ways are found, in characters, the first way's places first."""
    for way in ways:
        for sentence in heard:
            for at in range(len(sentence.words)):
                if match := find(way, sentence, at):
                    start, end = match.marked
                    yield sentence.words[start].start, sentence.words[max(start, end - 1)].end


def _said(move: Move, heard: Sequence[Sentence], denied: Sequence[Denial]) -> tuple[Place | None, bool]:
    """Where a move is made, and whether it is meant: what is found only where it is denied ("it is not linear") says the contrary."""
    places = list(_places(move.ways, heard))
    meant = next((place for place in places if not any(one.reaches(place) for one in denied)), None)
    return meant or next(iter(places), None), meant is not None


def _sprung(trap: Trap, slips: Sequence[Slip], heard: Sequence[Sentence]) -> Place | None:
    by_rule = next(((slip.start, slip.end) for slip in slips if slip.rule == trap.rule), None)
    return by_rule or next(_places(trap.ways, heard), None)


def _move_finding(move: Move, place: Place | None, text: str, *, meant: bool) -> Finding:
    if place is None:
        return Finding(move.id, None, Message("say.move-not-found"), Passage(text, (), move.title), Dimension.ENGLISH)
    if not meant:
        return Finding(move.id, None, Message("say.move-denied"), Passage(text, (Span(*place),), move.title), Dimension.ENGLISH)
    return Finding(move.id, True, Message("say.move-found"), Passage(text, (Span(*place),), move.title), Dimension.ENGLISH)


def _trap_finding(trap: Trap, place: tuple[int, int], slips: Sequence[Slip], text: str) -> Finding:
    slip = next((slip for slip in slips if slip.rule == trap.rule and (slip.start, slip.end) == place), None)
    mends = slip.replacements if slip else ()
    evidence = Correction(text, *place, mends, slip.why if slip else None, slip.example if slip else "")
    return Finding(f"trap:{trap.id}", False, trap.reply, evidence, Dimension.ENGLISH)


def _slip_finding(slip: Slip, text: str) -> Finding:
    evidence = Correction(text, slip.start, slip.end, slip.replacements, slip.why, slip.example)
    return Finding(slip.rule, False, slip.message, evidence, Dimension.ENGLISH)


def _length(spec: SaySpec, text: str, take: Take | None) -> Iterator[Finding]:
    """How long it takes aloud, where that matters: an estimate unless it was said, so never wrong."""
    if spec.seconds is None:
        return
    words = len(text.split())
    seconds = round(take.heard.told) if take else round(words / WORDS_A_SECOND)
    low, high = spec.seconds
    name = "short" if seconds < low else "long" if seconds > high else "fits"
    message = Message(f"say.length-{name}", {"seconds": seconds, "low": low, "high": high})
    yield Finding("length", True if name == "fits" else None, message, Logged({"words": words, "seconds": seconds}), Dimension.EXPLAINING)


def _verdict(score: float, said: int, moves: int, traps: int, slips: int, findings: tuple[Finding, ...]) -> Verdict:
    passed = score >= PASS and not traps
    if traps:
        summary = Message("say.summary-trap", {"count": traps})
    elif not said:
        summary = Message("say.summary-none")
    elif slips:
        summary = Message("say.summary-slips", {"said": said, "moves": moves, "count": slips})
    else:
        summary = Message("say.summary-all" if said == moves else "say.summary-some", {"said": said, "moves": moves, "count": said})
    if passed:
        outcome = Outcome.CORRECT if score >= CORRECT else Outcome.PARTIAL
    else:
        outcome = Outcome.INCORRECT if traps or not said else Outcome.PARTIAL
    return Verdict(outcome, Status.PASSED if passed else Status.WRONG_ANSWER, round(score, 3), passed, findings, summary)
