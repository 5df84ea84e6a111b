"""A text read for matching: where each stem stands, what is denied, and which subject each clause speaks of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sparring.core.text import Language
from sparring.language.polarity import Negation, denied_whole, negations
from sparring.language.stance import ADDRESSED, DONT_KNOW, REFUTED, REPORTED, SUPPOSED
from sparring.language.text import Sentence, key, sentences
from sparring.language.ways import Form, form_words

NEAR = 7
"""Words between a negation and what it may still reach."""
_QUESTION = re.compile(r"\?\W*$")


@dataclass(frozen=True)
class Read:
    """A sentence with what matching needs to know of it.

    `claims`: whether it asserts anything at all (not "I couldn't tell you ..."). `own`: whether what it says is the candidate's own belief, not a
    question, nor what others believe; nor does it say what would be: `meant`, whether it is all of that but for the last.
    """

    sentence: Sentence
    keys: tuple[str, ...]
    negations: tuple[Negation, ...]
    denied: bool
    claims: bool
    own: bool
    mentions: tuple[tuple[int, str], ...]
    topics: tuple[str, ...]
    meant: bool = True

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The words by what they are compared by."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.keys):
            found.setdefault(word, []).append(index)
        return found

    def topic(self, index: int) -> str:
        """The subject of the clause of a word; '' if none was named."""
        return self.topics[self.sentence.clauses[index]] if self.topics else ""

    def touches(self, negation: Negation, index: int) -> bool:
        """Whether a word stands in the clauses of a negation."""
        return self.sentence.clauses[index] in negation.clauses

    def reaching(self, place: range) -> list[int]:
        """Where the negations stand that reach a place."""
        return [n.at for n in self.negations if n.target in place or (0 < place.start - n.at <= NEAR and self.touches(n, place.start))]

    def find(self, form: Form) -> Iterator[range]:
        """Where the words of a form stand; one other word may come between two of them (not between letters: `i-o`)."""
        for start in self._starts(form.words[0]):
            at = start
            for word in form.words[1:]:
                near = (at + 1, at + 2) if len(word) > 1 and len(self.sentence.tokens[at].text) > 1 else (at + 1,)
                following = next((index for index in near if self._is(index, word)), -1)
                if following < 0 or not self.sentence.pauses.isdisjoint(range(at + 1, following + 1)):
                    break
                at = following
            else:
                yield range(start, at + 1)

    def _starts(self, word: str) -> Sequence[int]:
        if not word.endswith("*") and not word.startswith("*"):
            return self.places.get(word, ())
        if word.startswith("*"):
            return [index for index, token in enumerate(self.sentence.tokens) if token.text.endswith(word[1:])]
        return [index for index, token in enumerate(self.sentence.tokens) if token.text.startswith(word[:-1])]

    def _is(self, index: int, word: str) -> bool:
        if index >= len(self.sentence.tokens):
            return False
        token = self.sentence.tokens[index]
        return token.text.startswith(word[:-1]) if word.endswith("*") else self.keys[index] == word


def read(text: str, language: Language, subjects: Mapping[str, Sequence[str]]) -> list[Read]:
    """The sentences of a text. `subjects`: the rivals that its clauses may speak of, with their names."""
    forms = {name: [Form(form_words(form, language), denied=False) for form in words] for name, words in subjects.items()}
    found: list[Read] = []
    topic = ""
    parts = sentences(text, language)
    for number, sentence in enumerate(parts):
        following = text[parts[number + 1].start : parts[number + 1].end] if number + 1 < len(parts) else ""
        item = _read(text, sentence, following, language, forms, topic)
        topic = item.topics[-1]
        found.append(item)
    return found


def _read(text: str, sentence: Sentence, following: str, language: Language, forms: Mapping[str, list[Form]], topic: str) -> Read:
    stretch = text[sentence.start : sentence.end].replace("’", "'")
    meant = not (_QUESTION.search(stretch) or REPORTED.search(stretch) or REFUTED.match(following.replace("’", "'")))
    keys = tuple(key(token, language) for token in sentence.tokens)
    bare = Read(sentence, keys, (), denied=False, claims=True, own=True, mentions=(), topics=())
    mentions = tuple(
        sorted((place.start, name) for name, some in forms.items() for form in some if form.words for place in bare.find(form))
    )
    topics = []
    for clause in range(sentence.clauses[-1] + 1):
        topic = next((name for at, name in mentions if sentence.clauses[at] == clause), topic)
        topics.append(topic)
    claims = not (DONT_KNOW.search(stretch) or ADDRESSED.search(stretch))
    whole = denied_whole(text, sentence)
    reaching = tuple(n for n in negations(sentence, language) if not whole or sentence.tokens[n.at].start not in whole)
    own = meant and not SUPPOSED.search(stretch)
    return Read(sentence, keys, reaching, whole is not None, claims, own, mentions, tuple(topics), meant)
