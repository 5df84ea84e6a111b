"""All that a text's English shows: our own rules, and Harper's beside them where it is installed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sparring.language.english.matching import Sentence, find
from sparring.language.english.mend import article, mended
from sparring.language.english.rules import Rule, Slip, Way
from sparring.language.english.words import Word, sentences

Second = Callable[[str], Sequence[Slip]]


class Checker:
    """Rules made ready: each way is tried only at the words with which it can begin. `second` is another reader of grammar; ours come first."""

    def __init__(self, rules: Iterable[Rule] = (), second: Second | None = None) -> None:
        self.rules = tuple(rules)
        self.second = second
        self._by_key: dict[str, list[tuple[Rule, Way]]] = defaultdict(list)
        self._anywhere: list[tuple[Rule, Way]] = []
        for rule in self.rules:
            for way in rule.ways:
                if way.pattern.firsts is None:
                    self._anywhere.append((rule, way))
                for key in way.pattern.firsts or ():
                    self._by_key[key].append((rule, way))

    def check(self, text: str, *, spoken: bool = False) -> tuple[Slip, ...]:
        """Everything found, in the order of the text, none inside another. `spoken`: it was transcribed."""
        found = [slip for words in sentences(text, spoken=spoken) for slip in self._sentence(Sentence.of(words), text, spoken)]
        chosen = _apart(found)
        if self.second is not None:
            chosen += [slip for slip in self.second(text) if not any(_overlap(slip, ours) for ours in chosen)]
        return tuple(sorted(chosen, key=lambda slip: slip.start))

    def _sentence(self, sentence: Sentence, text: str, spoken: bool) -> Iterable[Slip]:
        for at, keys in enumerate(sentence.keys):
            tried: set[int] = set()
            for rule, way in (*(pair for key in keys if key in self._by_key for pair in self._by_key[key]), *self._anywhere):
                if id(way) in tried or (spoken and not rule.spoken):
                    continue
                tried.add(id(way))
                match = find(way.pattern, sentence, at)
                if match is None or match.marked[0] >= match.marked[1]:
                    continue
                words = sentence.words
                start, end = words[match.marked[0]].start, words[match.marked[1] - 1].end
                mends = tuple(dict.fromkeys(mended(mend, match, words, text) for mend in way.mends))
                mends = tuple(mend for mend in mends if mend != text[start:end])
                start, mends = _with_article(words, match.marked[0], start, mends)
                yield Slip(rule.id, start, end, mends, rule.message, rule.why, rule.example, rule.theme)


def _with_article(words: Sequence[Word], at: int, start: int, mends: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where a mend asks for another article before it, the article is mended too."""
    before = words[at - 1] if at else None
    if before is None or before.norm not in ("a", "an") or not mends or not mends[0][:1].isalnum():
        return start, mends
    fitting = article(mends[0].split()[0])
    if fitting == before.norm:
        return start, mends
    return before.start, tuple(f"{fitting.capitalize() if before.text[0].isupper() else fitting} {mend}" for mend in mends)


def _overlap(one: Slip, other: Slip) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(found: Iterable[Slip]) -> list[Slip]:
    """Of slips that overlap, the one that marks more; of equals, the rule that comes first."""
    chosen: list[Slip] = []
    for slip in sorted(found, key=lambda slip: slip.start - slip.end):
        if not any(_overlap(slip, other) for other in chosen):
            chosen.append(slip)
    return chosen
