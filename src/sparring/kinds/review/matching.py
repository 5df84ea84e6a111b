"""Which remark is on which fault: by place, then by meaning.

What a remark says counts on the lines of the fault, half elsewhere in its file. A range far wider than the fault points at nothing in particular, the same words on line after
line say nothing of any of them, and what calls the place good finds nothing (`stance.py`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparring.core.text import Language
from sparring.kinds.review.remarks import Remark
from sparring.kinds.review.schema import Planted, ReviewSpec, Spot
from sparring.kinds.review.stance import approves, dismisses, unneeded
from sparring.language.points import Wanted, find_points
from sparring.language.text import NEGATIONS, STOPWORDS, tokens

SLACK = 1
"""How many lines beside a fault still point at it."""
NEARBY = 2
"""How many lines off somebody who speaks of a fault is not blamed: the place is told, no more."""
WIDE = 10
"""A remark on more lines than these, and than twice the fault's own, points at nothing in particular."""
ENOUGH = 2
"""How many of its author's words speak of a fault, on its own lines; and how many words that carry meaning a remark needs to point at something."""
SAME = 3
"""How many remarks in the very same words say nothing any more."""
SERIOUS = ("major", "blocker")


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault with the remark on it; `meant`: the remark says what is wrong; `placed`: on the right lines."""

    fault: Planted
    remark: Remark
    meant: bool
    placed: bool


def hits_of(spec: ReviewSpec, made: Sequence[Remark], language: Language) -> list[Hit]:
    """What every remark says of the faults."""
    wanted = {fault.id: Wanted(fault.paraphrases.get(language, ())) for fault in spec.faults}
    question = spec.question.to(language)
    again = Counter(remark.said for remark in made)
    found: list[Hit] = []
    for remark in made:
        if again[remark.said] >= SAME:
            continue
        sought = find_points(remark.said, wanted, language, question=question)
        said = {key for key, hit in sought.items() if not hit.denied} | (_spoken_of(spec, remark, language) - set(sought))
        found += [hit for hit in _on(spec, remark, said, language) if not _praises(hit.fault, remark, language)]
    return found


def best(every: Sequence[Hit]) -> dict[str, Hit]:
    """The best remark for each fault: on its lines and in words for it, in words for it elsewhere in its file, or on its lines."""
    found: dict[str, Hit] = {}
    for hit in every:
        known = found.get(hit.fault.id)
        if known is None or (hit.meant, hit.placed) > (known.meant, known.placed):
            found[hit.fault.id] = hit
    return found


def _spoken_of(spec: ReviewSpec, remark: Remark, language: Language) -> set[str]:
    """The faults on whose lines a remark lies (beside them, if it lies on none: in words that are
    no other fault's) and of which it uses two words that its author would: the place has said the rest.

    Words that already stand in the code there do not count: repeating them says nothing. Only of what is said not to be needed they say all: "a broad except is not needed
    here" objects to the
    except that stands there, where "pagination is not needed" would wave away what is missing.
    """
    words = _telling(remark.said, language)
    inside = _there(spec, remark, 0)
    there = inside or _there(spec, remark, SLACK)
    if not inside:
        words -= {word for fault in spec.faults if fault not in there for word in _author_words(fault, language)}
    own = {fault.id: _author_words(fault, language) for fault in there}
    code = {fault.id: _telling(spec.excerpt(fault.spot), language) for fault in there}
    mistaken = {fault.id for fault in there if _contrary(fault, remark, language)}
    too_much = _telling(unneeded(remark.said, language), language)
    return {
        name
        for name, known in own.items()
        if name not in mistaken and (len((words & known) - code[name]) >= ENOUGH or too_much & known & code[name])
    }


def _there(spec: ReviewSpec, remark: Remark, slack: int) -> list[Planted]:
    return [fault for fault in spec.faults if fault.spot.near(remark.file, remark.first, remark.last, slack)]


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


def _praises(fault: Planted, remark: Remark, language: Language) -> bool:
    author = (*fault.paraphrases.get(language, ()), fault.spot.story.to(language))
    return approves(remark.said, author, language) or dismisses(remark.said, author, fault.names, language)


def _points(fault: Planted, remark: Remark, slack: int) -> bool:
    """Whether a remark lies on a fault (or beside it), and on not much else."""
    spot = fault.spot
    narrow = remark.last - remark.first < max(WIDE, 2 * (spot.last - spot.first + 1))
    return narrow and spot.near(remark.file, remark.first, remark.last, slack)


def _on(spec: ReviewSpec, remark: Remark, said: set[str], language: Language) -> list[Hit]:
    """What a remark is on: the faults that it names on their lines; else those whose lines it lies on, and those it names elsewhere in their file.

    Beside a fault a remark that is called serious has to speak of it: it may as well object to what is fine there.
    """
    inside = [fault for fault in spec.faults if _points(fault, remark, 0)]
    beside = [fault for fault in spec.faults if _points(fault, remark, SLACK)]
    named = [Hit(fault, remark, meant=True, placed=True) for fault in inside or beside if fault.id in said]
    if named:
        return named
    pointed = inside if remark.severity in SERIOUS else inside or beside
    if len(_telling(remark.said, language)) < ENOUGH:
        pointed = [fault for fault in pointed if fault.named(remark.said)]
    elsewhere = [fault for fault in spec.faults if fault.id in said and fault.spot.file == remark.file]
    return [
        *(Hit(fault, remark, meant=False, placed=True) for fault in pointed if not elsewhere),
        *(Hit(fault, remark, meant=True, placed=False) for fault in elsewhere),
    ]


def is_alarm(spec: ReviewSpec, spot: Spot, remark: Remark, every: Sequence[Hit], language: Language) -> bool:
    """Whether a remark objects to what is fine; one that only asks, that says so, or that speaks of a fault there (`every`: what all of them are on), does not.

    Where a fault stands on the same lines, it has to speak of what is fine, in words that do not speak of the fault.
    """
    if not spot.near(remark.file, remark.first, remark.last, 0) or remark.severity in ("question", "nit"):
        return False
    if any(hit.remark == remark and hit.meant for hit in every) or approves(remark.said, (), language):
        return False
    there = _there(spec, remark, 0)
    if not there:
        return True
    words = _telling(remark.said, language)
    faulty = {word for fault in there for word in _author_words(fault, language)}
    return bool(words & (_telling(spot.story.to(language), language) - faulty)) and not words & faulty


def unmatched(
    spec: ReviewSpec, made: Sequence[Remark], every: Sequence[Hit], hits: Mapping[str, Hit], alarms: Sequence[Remark], language: Language
) -> tuple[Remark, ...]:
    """The serious remarks that speak of no fault at most `NEARBY` lines away, are no fault's best one, and are no false alarm.

    What lies on the lines of a fault that another remark has found, without a word of it, is one as well: it objects to something else.
    """
    matched = [hit.remark for hit in every if hit.meant and hit.fault in _there(spec, hit.remark, NEARBY)] + [
        hit.remark for hit in hits.values()
    ]
    return tuple(
        remark
        for remark in made
        if remark.severity in SERIOUS
        and remark not in (*matched, *alarms)
        and not approves(remark.said, (), language)
        and not _may_be_meant(spec, remark, hits, language)
    )


def _may_be_meant(spec: ReviewSpec, remark: Remark, hits: Mapping[str, Hit], language: Language) -> bool:
    """Whether a remark lies on a fault that nobody else has found, or uses a word of the one it lies on that is not in the code there."""
    words = _telling(remark.said, language)
    for fault in _there(spec, remark, 0):
        own = _author_words(fault, language) - _telling(spec.excerpt(fault.spot), language)
        if words & own or fault.named(remark.said) or not (fault.id in hits and hits[fault.id].meant):
            return True
    return False


def _author_words(fault: Planted, language: Language) -> set[str]:
    return _telling(" ".join((*fault.paraphrases.get(language, ()), fault.spot.story.to(language))), language)
