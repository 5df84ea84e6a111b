"""What a word may be, as keys that patterns ask for: `go` has `=go`, `=go:base`, `@verb`, `@verb:base`.

Forms: verbs base, s, past, pp, ing; nouns sg, pl; adjectives short (compared with -er), er, est. All readings of a word hold at once. A word that the
lexicon does not know is read by its ending, as a noun if nothing else fits.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from sparring.language.english.words import CODE

VERB_FORMS = ("base", "s", "past", "pp", "ing")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_ADJECTIVE_ENDS = ("ful", "less", "able", "ible", "ous", "ive", "ical", "ial")
_DOUBLING_IRREGULAR = frozenset("begin bet cut dig fit forbid forget get hit let put quit run set shut sit split swim upset win".split())
_TENS = re.compile(r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)")
_NOUN_ENDS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "er", "or")


@dataclass
class Lexicon:
    """Readings by word, and the forms of each verb, noun and adjective by lemma."""

    readings: dict[str, set[str]] = field(default_factory=dict)
    verbs: dict[str, dict[str, str]] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)
    degrees: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, word: str, *keys: str) -> None:
        """Give `word` readings."""
        self.readings.setdefault(word, set()).update(keys)


@cache
def lexicon() -> Lexicon:
    """The lexicon of `lexicon.toml`."""
    data = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
    found = Lexicon()
    _read_verbs(found, data)
    for noun in data["nouns"].split():
        singular, _, plural = noun.partition("/")
        _add_noun(found, singular, plural or _with_s(singular))
    for noun in data["uncountable"].split():
        found.add(noun, f"={noun}", "@noun", "@noun:sg", "@uncountable")
    for adjective in data["short_adjectives"].split():
        _add_adjective(found, *adjective.split("/"))
    for name, words in data["classes"].items():
        for word in words.split():
            found.add(word, f"@{name}", f"={word}")
    for base in found.verbs:
        _add_invented_past(found, base)
    _add_plural_adjectives(found, frozenset(data["not_plural_adjectives"].split()))
    return found


def _read_verbs(into: Lexicon, data: Mapping[str, str]) -> None:
    for line in data["irregular_verbs"].strip().splitlines():
        base, past, pp = line.split()[:3]
        _add_verb(into, base, past.split("/"), pp.split("/"))
    for written in data["regular_verbs"].split():
        plain = written.rstrip("*")
        past = _regular(plain, "ed", doubled=written.endswith("*"))
        _add_verb(into, plain, [past], [past], doubled=written.endswith("*"))
    for key in [key for key, readings in into.readings.items() if "=be" in readings]:
        into.add(key, "@be")


def _add_plural_adjectives(into: Lexicon, but: frozenset[str]) -> None:
    """The plurals that Italian gives to adjectives (`differents`), where no other word has that form."""
    for word in [word for word, readings in into.readings.items() if "@adj" in readings and "@noun" not in readings]:
        if f"{word}s" not in into.readings and f"{word}s" not in but:
            into.add(f"{word}s", "@plural-adj")


def _add_verb(into: Lexicon, base: str, past: list[str], pp: list[str], *, doubled: bool = False) -> None:
    forms = {
        "base": [base],
        "s": [_with_s(base)],
        "past": past,
        "pp": pp,
        "ing": [_regular(base, "ing", doubled=doubled or base in _DOUBLING_IRREGULAR)],
    }
    if base == "be":
        forms |= {"base": ["be"], "s": ["is"], "ing": ["being"]}
        for word in ("am", "are"):
            into.add(word, "=be", "=be:present", "@verb")
        into.add("is", "=be:present")
    if base == "have":
        forms["s"] = ["has"]
    for form, words in forms.items():
        for word in words:
            into.add(word, f"={base}", f"={base}:{form}", "@verb", f"@verb:{form}")
    into.verbs[base] = {form: words[0] for form, words in forms.items()}


def _add_invented_past(into: Lexicon, base: str) -> None:
    """The regular past that learners make of an irregular verb (`catched`), where no other word has that form; `canceled` is right in America."""
    for word in {_regular(base, "ed"), _regular(base, "ed", doubled=_doubles(base))}:
        if word == f"{base}ed" and f"{base}led" in into.readings:
            into.add(word, *into.readings[f"{base}led"])
        elif word not in into.readings and word not in ("shined", "hanged", "lighted", "founded", "grounded", "binded"):
            into.add(word, f"={base}", "@verb", "@invented-past")


def _add_noun(into: Lexicon, singular: str, plural: str) -> None:
    into.add(singular, f"={singular}", "@noun", "@noun:sg", "@listed")
    into.add(plural, f"={singular}", "@noun", "@noun:pl")
    into.plurals[singular] = plural


def _add_adjective(into: Lexicon, word: str, more: str = "", most: str = "") -> None:
    more = more or _regular(word, "er", doubled=_doubles(word))
    most = most or _regular(word, "est", doubled=_doubles(word))
    into.add(word, f"={word}", "@adj", "@adj:short")
    into.add(more, f"={word}", "@adj", "@adj:er")
    into.add(most, f"={word}", "@adj", "@adj:est")
    into.degrees[word] = (more, most)


def _doubles(word: str) -> bool:
    return bool(re.search(r"(?<![aeiou])[aeiou][bdgmnt]$", word))


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if word in ("go", "do", "echo"):
        return word + "es"
    return word + ("es" if _SIBILANT.search(word) else "s")


def _regular(word: str, ending: str, *, doubled: bool = False) -> str:
    if doubled:
        return word + word[-1] + ending
    if ending != "ing" and re.search(r"[^aeiou]y$", word):
        return word[:-1] + "i" + ending
    if ending == "ing" and word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not (ending == "ing" and word.endswith(("ee", "oe", "ye"))) and word != "be":
        return word[:-1] + ending
    return word + ending


@lru_cache(maxsize=20_000)
def keys(norm: str) -> frozenset[str]:
    """Every key that the word answers to, itself included."""
    known = lexicon().readings.get(norm)
    found = {norm, *(known or ())}
    if norm == CODE:
        found |= {"@noun", "@noun:sg", "@code"}
    elif norm[0].isdigit():
        found |= {"@number", "@digits"} | ({"@one"} if norm == "1" else {"@many"})
    elif _TENS.fullmatch(norm):
        found |= {"@number", "@many"}
    elif known is None and norm[0].isalpha():
        found |= _guessed(norm)
    if not norm[0].isalnum() and norm != CODE:
        found.add("@mark")
    elif norm not in lexicon().readings and "@vowel" not in found:
        found.add("@unknown")
    return frozenset(found)


def _guessed(norm: str) -> set[str]:
    """The readings of a word that nobody listed, by its ending."""
    if norm.endswith("ly"):
        return {"@adv"}
    if "-" in norm:
        return {"@adj", "@noun", "@noun:sg"}
    found = {"@noun"}
    plural = norm.endswith("s") and not norm.endswith(("ss", "us", "is", "ics"))
    found.add("@noun:pl" if plural else "@noun:sg")
    if norm.endswith(_ADJECTIVE_ENDS):
        found.add("@adj")
    if norm.endswith("ing"):
        found |= {"@verb", "@verb:ing"}
    if norm.endswith("ed"):
        found = {"@verb", "@verb:past", "@verb:pp", "@adj"}
    if norm.endswith(_NOUN_ENDS):
        found.add("@sure-noun")
    return found


def verb_form(norm: str, form: str) -> str:
    """A verb's form, from any other of its forms; the word itself where it is no verb."""
    book = lexicon()
    for key in sorted(book.readings.get(norm, ())):
        base = key[1:].partition(":")[0]
        if key[0] == "=" and base in book.verbs:
            return book.verbs[base][form]
    return norm


def form_of(norm: str) -> str:
    """Which form of a verb a word is; `base` where it may be that one, or is no verb."""
    found = {key.rpartition(":")[2] for key in keys(norm) if key[0] == "=" and ":" in key}
    return next((form for form in ("base", "ing", "s", "past", "pp") if form in found), "base")


def plural_of(norm: str) -> str:
    """The plural of a noun."""
    if norm in lexicon().plurals:
        return lexicon().plurals[norm]
    return norm if "@noun:pl" in keys(norm) else _with_s(norm)


def singular_of(norm: str) -> str:
    """The singular of a noun."""
    for singular, plural in lexicon().plurals.items():
        if plural == norm:
            return singular
    if norm.endswith("ies"):
        return norm[:-3] + "y"
    return norm[:-2] if norm.endswith(("sses", "xes", "ches", "shes")) else norm.removesuffix("s")


def degree_of(norm: str, number: int) -> str:
    """The comparative (0) or superlative (1) of a short adjective."""
    return lexicon().degrees.get(norm, (f"more {norm}", f"most {norm}"))[number]
