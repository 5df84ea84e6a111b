"""Signs that a text says the contrary of what its author would say, in words that anybody uses: what is called useless, what is denied though the author says it.

None of them is a proof: who is right calls things useless too. Together they say how far the words that were found can be believed (`kinds/explain/belief.py`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.core.text import Language
from sparring.language.reading import Read, read
from sparring.language.text import NEGATIONS, STOPWORDS
from sparring.language.ways import form_words

_DENIED_FORM = re.compile(r"!([^\s|]+)")

DISMISSED = re.compile(
    r"\b(?:useless|pointless|worthless|needless|unnecessary|superfluous|overkill|irrelevant|wastes?|wasted|bad (?:style|practice|idea)|nonsense"
    r"|no (?:need|use|point|influence|role|matter|effect|difference)|not (?:needed|necessary|important|worth)|nothing to do"
    r"|(?:does|do)(?:n'?t| not) (?:matter|care|count|bother)|(?:is|are) harmless)\b"
    r"|\b(?:inutil[ei]|superflu[oaie]|esagerat[oaie]|spreco|sprecat[oa]|perdita di tempo|perdere tempo|tempo perso|pessim[oaie]|burocrazia"
    r"|no?n (?:\w+ )?(?:serv|conta|import|c'entr|vale)\w*|non (?:occorre|c'è bisogno)"
    r"|nessun[oa']? (?:\w+ )?(?:importanza|influenza|ruolo|effetto|bisogno|differenza)|per niente)\b|, tanto\b",
    re.IGNORECASE,
)
"""What is called useless or enough, or said not to matter."""


FROWNED = frozenset("frown frowning hate dislike naso odio detesto".split())
"""A sentence with one of these ("storco il naso", "I hate to see") tells what others do: nothing in it is denied by whoever says so."""
COMMON = frozenset("dice dicono dire dico say says said tell tells know knows sa sanno sapere vede vedo vedere see think fare fa".split())
"""Verbs that are denied of anything."""
Subjects = tuple[tuple[str, tuple[str, ...]], ...]
"""The subjects that clauses may speak of, each with its names."""


@dataclass(frozen=True, slots=True)
class Affirmed:
    """The stems that right sentences say and never deny, each with the subjects of which they say it ('' for none)."""

    stems: Mapping[str, frozenset[str]]


@lru_cache(maxsize=256)
def affirmed(texts: tuple[str, ...], ways: tuple[str, ...], language: Language, subjects: Subjects = ()) -> Affirmed:
    """What right sentences of one language say, and neither they nor the authors' ways (`ways.py`, "!" before a form) deny."""
    said: dict[str, set[str]] = {}
    denied: set[str] = set()
    for sentence in (one for text in texts for one in read(text, language, dict(subjects))):
        own = _denied(sentence)
        for at, token in enumerate(sentence.sentence.tokens):
            if at in own:
                denied.add(token.stem)
            elif token.text not in STOPWORDS[language] | NEGATIONS[language] | COMMON:
                said.setdefault(token.stem, set()).add(sentence.topic(at))
    forms = [form_words(form, language) for way in ways for form in _DENIED_FORM.findall(way)]
    open_ends = tuple({words[-1].removesuffix("*") for words in forms if words and words[-1].endswith("*")})
    denied |= {word for words in forms for word in words}
    kept = {stem: frozenset(of) for stem, of in said.items() if stem not in denied and not (open_ends and stem.startswith(open_ends))}
    return Affirmed(kept)


def crossed(text: Sequence[Read], right: Affirmed) -> list[tuple[int, int]]:
    """The words that a text denies and right sentences only say, of the same subject where they name one, in characters."""
    found = []
    for sentence in text:
        if not FROWNED.isdisjoint(token.text for token in sentence.sentence.tokens):
            continue
        for at in sorted(_denied(sentence)):
            word, topic = sentence.sentence.tokens[at], sentence.topic(at)
            of = right.stems.get(word.stem, frozenset())
            if of and (not topic or topic in of or "" in of):
                found.append((word.start, word.end))
    return found


def dismissals(text: str) -> list[tuple[int, int]]:
    """Where a text calls something useless, in characters."""
    return [match.span() for match in DISMISSED.finditer(text.replace("’", "'"))]


def _denied(sentence: Read) -> set[int]:
    return {n.target for n in sentence.negations if n.target >= 0 and (n.soft or not n.open)}
