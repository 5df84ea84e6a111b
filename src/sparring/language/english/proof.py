"""What rules must prove: every wrong example is marked by its own rule and mended as told, and no right sentence of any rule is marked by any."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.core.text import Message
from sparring.language.english.checking import Checker
from sparring.language.english.rules import Rule

FEWEST = 2
"""Wrong and right examples that each rule brings at least."""


@dataclass(frozen=True, slots=True)
class Unproved:
    """What does not hold, of which rule."""

    rule: str
    message: Message


def prove(rules: Sequence[Rule], known: Sequence[Rule] = ()) -> Iterator[Unproved]:
    """Every claim of `rules` that does not hold, `known` being other packs' rules that stand beside them."""
    checker = Checker(lambda: [*rules, *known])
    for rule in rules:
        if min(len(rule.bad), len(rule.good)) < FEWEST:
            yield Unproved(rule.id, Message("english.few-examples", {"least": FEWEST}))
        for wrong, right in rule.bad:
            yield from _marked(rule, checker, wrong, right)
        for sentence in (*rule.good, *(right for _, right in rule.bad), rule.example):
            for slip in checker.check(sentence):
                marked = sentence[slip.start : slip.end]
                yield Unproved(rule.id, Message("english.good-marked", {"sentence": sentence, "by": slip.rule, "marked": marked}))


def _marked(rule: Rule, checker: Checker, wrong: str, right: str) -> Iterator[Unproved]:
    found = checker.check(wrong)
    own = [slip for slip in found if slip.rule == rule.id]
    if not own:
        others = ", ".join(slip.rule for slip in found)
        yield Unproved(rule.id, Message("english.bad-not-marked", {"sentence": wrong, "others": others or "–"}))
        return
    mended = wrong
    for slip in sorted(found, key=lambda slip: -slip.start):
        mended = _tidy(slip.mend(mended))
    if mended != right:
        yield Unproved(rule.id, Message("english.mended-otherwise", {"sentence": wrong, "mended": mended, "right": right}))


def _tidy(text: str) -> str:
    """A text without the doubled blanks that a removed word leaves, and with its capital."""
    text = " ".join(text.split())
    for mark in ".,;:?!":
        text = text.replace(f" {mark}", mark)
    return text[:1].upper() + text[1:]
