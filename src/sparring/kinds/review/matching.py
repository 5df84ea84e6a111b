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
    """The faults on whose very lines a remark lies and of which it uses two words that its author would: the place has said the rest.

    Words that already stand in the code there do not count: repeating them says nothing. Only of what is said not to be needed they say all: "a broad except is not needed
    here" objects to the
    except that stands there, where "pagination is not needed" would wave away what is missing.
    """
    words = _telling(remark.said, language)
    there = [fault for fault in spec.faults if fault.spot.near(remark.file, remark.first, remark.last, 0)]
    own = {fault.id: _telling(" ".join((*fault.paraphrases.get(language, ()), fault.spot.story.to(language))), language) for fault in there}
    code = {fault.id: _telling(spec.excerpt(fault.spot), language) for fault in there}
    mistaken = {fault.id for fault in there if _contrary(fault, remark, language)}
    too_much = _telling(unneeded(remark.said, language), language)
    return {
        name
        for name, known in own.items()
        if name not in mistaken and (len((words & known) - code[name]) >= ENOUGH or too_much & known & code[name])
    }


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
    named = [Hit(fault, remark, meant=True, placed=True) for fault in beside if fault.id in said]
    if named:
        return named
    pointed = inside if remark.severity in SERIOUS else inside or beside
    if len(_telling(remark.said, language)) < ENOUGH:
        pointed = [fault for fault in pointed if fault.named(remark.said)]
    elsewhere = [fault for fault in spec.faults if fault.id in said and fault.spot.file == remark.file]
    return [
        *(Hit(fault, remark, meant=False, placed=True) for fault in pointed),
        *(Hit(fault, remark, meant=True, placed=False) for fault in elsewhere),
    ]


def is_alarm(spec: ReviewSpec, spot: Spot, remark: Remark, language: Language) -> bool:
    """Whether a remark objects to what is fine; one that only asks, that says so, or that lies on a fault as well, does not."""
    on_fault = any(fault.spot.near(remark.file, remark.first, remark.last, 0) for fault in spec.faults)
    return (
        spot.near(remark.file, remark.first, remark.last, 0)
        and not on_fault
        and remark.severity not in ("question", "nit")
        and not approves(remark.said, (), language)
    )


def unmatched(
    spec: ReviewSpec, made: Sequence[Remark], every: Sequence[Hit], hits: Mapping[str, Hit], alarms: Sequence[Remark]
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
