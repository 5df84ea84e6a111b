"""Which words of a sentence are denied: what a negation reaches, and what it leaves alone.

A negation reaches the next word of its clause that carries meaning (the verb, past modals and adverbs). It *denies* that word only when the clause
asserts it: after "if", "in order to", "check that" or beside "avoid" the word is *open*, neither affirmed nor denied. Italian says one negation twice
("non ... nessuno"), and so does English ("not ... any"): the second one adds nothing.
"""

import re
from dataclasses import dataclass

from sparring.core.text import Language
from sparring.language.text import NEGATIONS, STOPWORDS, Sentence, sentences, word_list

LIGHT = {language: word_list(language, "light") for language in STOPWORDS}
CONDITIONS = {language: word_list(language, "conditions") for language in STOPWORDS}
CHECKS = {language: word_list(language, "checks") for language in STOPWORDS}
HANGING = {language: word_list(language, "hanging") for language in STOPWORDS}
PURPOSES = {language: word_list(language, "purposes") for language in STOPWORDS}
SOFT = {language: word_list(language, "soft") for language in STOPWORDS}
SECOND = {language: word_list(language, "second_negations") for language in STOPWORDS}
_WHOLE = re.compile(
    r"\bnon è (?:affatto |assolutamente )?(?:vero|corretto|così) che\b|\bè (?:falso|sbagliato) (?:dire )?che\b|\bnon (?:credo|penso|direi) che\b"
    r"|\bit(?:'s| is) (?:false|wrong|untrue|not (?:true|right|correct|the case)) that\b|\bit isn't (?:true|right|correct|the case) that\b"
    r"|\bi (?:don't|do not) (?:think|believe)\b",
    re.IGNORECASE,
)
_IF_FOLLOWED = frozenset("instead rather invece piuttosto".split())
_NOTHING = frozenset("nothing niente nulla".split())
REACH = 3
"""Words behind a denied verb that are denied with it."""
_FOR: dict[Language, frozenset[str]] = {"en": frozenset(("as", "order")), "it": frozenset(("per",))}
"""Directly before a negation, beyond doubt a purpose."""
_AUXILIARIES = frozenset("can ca cannot could does do did will wo".split())
"""Directly behind a check: it is a noun then ("a test can't ..."), and what follows is said of it."""
_ASKING = frozenset("asking chiedere chiedermi chiederci domandare domandarmi".split())
_ONLY = frozenset("only just merely solo soltanto solamente".split())


@dataclass(frozen=True, slots=True)
class Negation:
    """A negation at word `at`, and the word that it reaches (-1: none).

    `clauses`: its own, and those that hang on it without a pause ("doesn't start when ..."). `open`: what it reaches is not asserted to be false.
    `soft`: not a denial in form ("rather than", "avoid"). `purpose`: what it reaches is what somebody wants to keep from happening ("so as not to ...").
    """

    at: int
    target: int
    open: bool
    soft: bool = False
    clauses: frozenset[int] = frozenset()
    purpose: bool = False


def negations(sentence: Sentence, language: Language) -> tuple[Negation, ...]:
    """The negations of a sentence, in order."""
    found: list[Negation] = []
    for at, token in enumerate(sentence.tokens):
        if _soft(sentence, at, language):
            found.append(Negation(at, _target(sentence, at, language), open=True, soft=True, clauses=_clauses(sentence, at, language)))
        elif token.text in NEGATIONS[language] and _denies(sentence, at, language, found):
            clauses = _clauses(sentence, at, language)
            purpose = at > 0 and sentence.tokens[at - 1].text in _FOR[language]
            found.append(
                Negation(at, _target(sentence, at, language), open=_open(sentence, at, language), clauses=clauses, purpose=purpose)
            )
    return tuple(found)


def denied_whole(text: str, sentence: Sentence) -> range | None:
    """Where the sentence says that it is all not true ("it is not true that ..."), in characters; None if it does not."""
    found = _WHOLE.search(text[sentence.start : sentence.end].replace("’", "'"))
    return range(sentence.start + found.start(), sentence.start + found.end()) if found else None


def _soft(sentence: Sentence, at: int, language: Language) -> bool:
    word = sentence.tokens[at].text
    if word not in SOFT[language]:
        return False
    following = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    if following in _ASKING and not any(token.text in NEGATIONS[language] for token in sentence.tokens[:at]):
        return False  # "without asking what it is for": what is not asked is not said either
    return word not in _IF_FOLLOWED or following in ("of", "than", "di", "che")


def _denies(sentence: Sentence, at: int, language: Language, before: list[Negation]) -> bool:
    token, following = sentence.tokens[at], sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    if following in _ONLY or (token.text == "no" and (not following or _clause_ends(sentence, at))):
        return False
    same = [negation for negation in before if sentence.clauses[negation.at] == sentence.clauses[at] and at - negation.at <= 12]
    return not (same and token.text in SECOND[language])


def _clause_ends(sentence: Sentence, at: int) -> bool:
    return at + 1 == len(sentence.tokens) or sentence.clauses[at + 1] != sentence.clauses[at]


def _clauses(sentence: Sentence, at: int, language: Language) -> frozenset[int]:
    reached = {sentence.clauses[at]}
    for index in range(at + 1, len(sentence.tokens)):
        if sentence.clauses[index] not in reached:
            if index in sentence.pauses or sentence.tokens[index].text not in HANGING[language]:
                break
            reached.add(sentence.clauses[index])
    return frozenset(reached)


def _target(sentence: Sentence, at: int, language: Language) -> int:
    skipped = STOPWORDS[language] | LIGHT[language] | NEGATIONS[language]
    clause = sentence.clauses[at]
    for index in range(at + 1, len(sentence.tokens)):
        if sentence.clauses[index] != clause:
            break
        if sentence.tokens[index].text not in skipped:
            return index
    for index in range(at - 1, -1, -1):
        if sentence.clauses[index] != clause:
            break
        if sentence.tokens[index].text not in skipped:
            return index
    return -1


def _open(sentence: Sentence, at: int, language: Language) -> bool:
    """Under a condition, a purpose or a check: the clause itself, or the one before that "that" continues."""
    words = [token.text for token in sentence.tokens]
    clause = [index for index in range(at) if sentence.clauses[index] == sentence.clauses[at]]
    if at and words[at - 1] in PURPOSES[language]:
        return True
    if any(words[index] in CONDITIONS[language] for index in clause):
        return True
    hanging = [index for index in range(at) if sentence.clauses[index] == sentence.clauses[at] - 1]
    continues = words[clause[0] if clause else at] in ("that", "che")
    checks = [index for index in (clause + hanging if continues else clause) if words[index] in CHECKS[language]]
    return any(words[index + 1] not in _AUXILIARIES for index in checks)


@dataclass(frozen=True, slots=True)
class Denial:
    """What a text denies, in characters: where the negation stands, the stretch that it reaches."""

    at: int
    start: int
    end: int

    def reaches(self, place: tuple[int, int]) -> bool:
        """Whether a place is denied: it lies in the stretch, and the negation is no part of it."""
        return place[0] < self.end and self.start < place[1] and not place[0] <= self.at < place[1]


def denials(text: str, language: Language = "en") -> tuple[Denial, ...]:
    """What the sentences of a text deny, beyond doubt: the word that each negation reaches, and the verb whose object it is ("counts nothing")."""
    found = []
    for sentence in sentences(text, language):
        for negation in negations(sentence, language):
            token = sentence.tokens[negation.at]
            before = (
                sentence.tokens[negation.at - 1]
                if negation.at and sentence.clauses[negation.at - 1] == sentence.clauses[negation.at]
                else None
            )
            if token.text in _NOTHING and before:
                found.append(Denial(token.start, before.start, before.end))
            elif not negation.open and negation.target > negation.at:
                target = sentence.tokens[negation.target]
                found.append(Denial(token.start, target.start, _object(sentence, negation.target)))
    return tuple(found)


def _object(sentence: Sentence, verb: int) -> int:
    """Where the object of a denied verb ends: some words on, in its clause and before any pause."""
    end = verb
    while (
        end + 1 < len(sentence.tokens)
        and end - verb < REACH
        and sentence.clauses[end + 1] == sentence.clauses[verb]
        and end + 1 not in sentence.pauses
    ):
        end += 1
    return sentence.tokens[end].end
