"""Writes what should stand instead: a mend's `$2` is the words of the second element, `$2:FORM` puts them into a form.

Forms: base s past pp ing (verbs) · sg pl a the (nouns: `$2:a` is *an error*) · er est ly (adjectives) · be was have do (agree with a pronoun: *he* is *is*, *has*) ·
subj obj poss (pronouns) · as-VERB (another verb in the form that stands there: `$1:as-take` is *took* for *made*). `{a}` is the article that fits the word after it.
"""

import re
from collections.abc import Sequence

from sparring.language.english.lexicon import VERB_FORMS, degree_of, form_of, lexicon, plural_of, singular_of, verb_form
from sparring.language.english.matching import Match
from sparring.language.english.pattern import Pattern, PatternError
from sparring.language.english.words import Word

_SLOT = re.compile(r"\$(\d+)(?::(as-\w+|\w+))?")
_AS = "as-"
_SINGULAR = frozenset("he she it this that everyone everybody someone somebody nobody who one".split())
_AGREE = {
    "be": ("am", "is", "are"),
    "was": ("was", "was", "were"),
    "have": ("have", "has", "have"),
    "do": ("do", "does", "do"),
}
_PRONOUNS = {
    "subj": {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they", "my": "I", "your": "you", "our": "we", "their": "they"},
    "obj": {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"},
    "poss": {"i": "my", "you": "your", "he": "his", "she": "her", "we": "our", "they": "their", "it": "its"},
}
_LY = {"ic": "ally"}
_SILENT_H = ("hour", "honest", "honour", "heir")
_SOUNDS_LIKE_YOU = re.compile(r"^(?:uni[^nm]|use|usa|usu|uti|euro|one|once|ubi|uui|ur[il]\b)")
_LETTERS_WITH_VOWEL = frozenset("aefhilmnorsx")
FORMS = frozenset((*VERB_FORMS, "sg", "pl", "a", "the", "er", "est", "ly", *_AGREE, *_PRONOUNS))


def check_mend(mend: str, pattern: Pattern) -> None:
    """PatternError if the mend names an element that is not there, or a form that nobody knows."""
    numbers = {element.number for element in pattern.elements if element.number}
    for slot in _SLOT.finditer(mend):
        if int(slot[1]) not in numbers:
            raise PatternError(f"${slot[1]} names no element of “{pattern.source}”")
        if slot[2] and slot[2] not in FORMS and slot[2].removeprefix(_AS) not in lexicon().verbs:
            raise PatternError(f"“{slot[2]}” is no form")


def mended(mend: str, match: Match, words: Sequence[Word], text: str) -> str:
    """What stands instead of the marked words; begins with a capital where they did."""

    def filled(slot: re.Match[str]) -> str:
        start, end = match.groups.get(int(slot[1]), (0, 0))
        if start == end:
            return ""
        written = text[words[start].start : words[end - 1].end]
        if start == 0 and slot.start() and written[1:].islower():
            written = written[0].lower() + written[1:]
        return _formed(written, words[end - 1].norm, slot[2]) if slot[2] else written

    found = " ".join(_SLOT.sub(filled, mend).split())
    found = re.sub(r"\{a\} (\S+)", lambda next_word: f"{article(next_word[1])} {next_word[1]}", found)
    found = re.sub(r" (?=[,.;:?!]|n['’]t|['’](?:m|re|ve|ll|d|s)\b)", "", found)
    first = text[words[match.marked[0]].start]
    start = words[match.marked[0]].start
    if start and text[start - 1].isalnum() and found[:1].isalnum():
        return f" {found}"
    begins = match.marked[0] == 0 or words[match.marked[0]].norm != "i"
    return found[:1].upper() + found[1:] if first.isupper() and begins else found


def _formed(written: str, norm: str, form: str) -> str:
    if form.startswith(_AS):
        return verb_form(form.removeprefix(_AS), form_of(norm))
    if form in VERB_FORMS:
        return verb_form(norm, form)
    if form in _AGREE:
        return _AGREE[form][0 if norm == "i" else 1 if norm in _SINGULAR else 2]
    if form in _PRONOUNS:
        return _PRONOUNS[form].get(norm, written)
    lowered = written if written.isupper() and len(written) > 1 else written[:1].lower() + written[1:]
    match form:
        case "pl":
            return plural_of(norm)
        case "sg":
            return singular_of(norm)
        case "er" | "est":
            return degree_of(norm, 0 if form == "er" else 1)
        case "ly":
            return (
                norm[:-1] + "ily"
                if norm.endswith("y")
                else norm.removesuffix("le") + "ly"
                if norm.endswith("le")
                else f"{norm}{_LY.get(norm[-2:], 'ly')}"
            )
        case "the":
            return f"the {lowered}"
        case _:
            return f"{article(lowered)} {lowered}"


def article(word: str) -> str:
    """*a* or *an* before `word`, by its sound; acronyms are spelled out."""
    low = word.lower()
    if len(word) > 1 and word.isupper() and not any(vowel in low[:-1] for vowel in "aeiou"):
        return "an" if low[0] in _LETTERS_WITH_VOWEL else "a"
    if low.startswith(_SILENT_H):
        return "an"
    return "a" if _SOUNDS_LIKE_YOU.match(low) or low[0] not in "aeiou" else "an"
