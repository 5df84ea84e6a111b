"""All that a text's English shows: our own rules, and Harper's beside them where it is installed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from sparring.language.english.matching import Match, Sentence, find, possible
from sparring.language.english.mend import article, mended
from sparring.language.english.rules import Rule, Slip, Way
from sparring.language.english.words import Word, sentences
from sparring.language.speech.fillers import unspoken

Second = Callable[[str], Sequence[Slip]]


class Checker:
    """Rules made ready when they are first needed; each way is tried only at the words with which it can begin.

    `load` gives the rules, `second` another reader of grammar, if there is one; where both mark the same words, ours speaks.
    """

    def __init__(self, load: Callable[[], Iterable[Rule]] = tuple, second: Callable[[], Second | None] = lambda: None) -> None:
        self._load = load
        self._second = second

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All the rules."""
        return tuple(self._load())

    @cached_property
    def _ways(self) -> tuple[dict[str, list[tuple[Rule, Way]]], list[tuple[Rule, Way]]]:
        """The ways by the keys of their first words, and those that may begin with any word."""
        by_key: dict[str, list[tuple[Rule, Way]]] = defaultdict(list)
        anywhere: list[tuple[Rule, Way]] = []
        for rule in self.rules:
            for way in rule.ways:
                if way.pattern.firsts is None:
                    anywhere.append((rule, way))
                for key in way.pattern.firsts or ():
                    by_key[key].append((rule, way))
        return by_key, anywhere

    def check(self, text: str, *, spoken: bool = False, alone: bool = False) -> tuple[Slip, ...]:
        """Everything found, in the order of the text, none inside another.

        `spoken`: it was transcribed, so that marks and capitals are nobody's, and sounds of hesitation are passed over. `alone`: by our rules only, the same on every machine.
        """
        text = unspoken(text) if spoken else text
        ours = [slip for words in sentences(text) for slip in self._sentence(Sentence.of(words), text, spoken)]
        second = None if alone else self._second()
        return _apart(text, ours, second(text) if second else ())

    def _sentence(self, sentence: Sentence, text: str, spoken: bool) -> Iterable[Slip]:
        by_key, anywhere = self._ways
        present = frozenset[str]().union(*sentence.keys)
        hopes: dict[int, bool] = {}
        for at, keys in enumerate(sentence.keys):
            tried: set[int] = set()
            for rule, way in (*(pair for key in keys if key in by_key for pair in by_key[key]), *anywhere):
                if id(way) in tried or (spoken and not rule.spoken):
                    continue
                tried.add(id(way))
                if id(way) not in hopes:
                    hopes[id(way)] = possible(way.pattern, present)
                if not hopes[id(way)]:
                    continue
                match = find(way.pattern, sentence, at)
                if match and match.marked[0] < match.marked[1] and (slip := _slip(rule, way, match, sentence.words, text)):
                    yield slip


def _slip(rule: Rule, way: Way, match: Match, words: Sequence[Word], text: str) -> Slip | None:
    """What the match marks; None if its mend is what stands there already."""
    start, end = words[match.marked[0]].start, words[match.marked[1] - 1].end
    mends = tuple(dict.fromkeys(mended(mend, match, words, text) for mend in way.mends))
    if text[start:end] in mends:
        return None
    start, mends = _with_article(words, match.marked[0], start, mends)
    return Slip(rule.id, start, end, mends, rule.message, rule.why, rule.example, rule.theme)


def _with_article(words: Sequence[Word], at: int, start: int, mends: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where a mend asks for another article before it, the article is mended too."""
    before = words[at - 1] if at else None
    if before is None or before.norm not in ("a", "an") or not mends or not mends[0][:1].isalnum():
        return start, mends
    fitting = article(mends[0].split()[0])
    if fitting == before.norm:
        return start, mends
    return before.start, tuple(f"{fitting.capitalize() if before.text[0].isupper() else fitting} {mend}" for mend in mends)


def _apart(text: str, *readers: Iterable[Slip]) -> tuple[Slip, ...]:
    """Of slips that overlap, the earlier reader's; of one reader's, the one that marks more; of equals, the one that was found first. In the order of the text."""
    taken, chosen = bytearray(len(text)), list[Slip]()
    for found in readers:
        for slip in sorted(found, key=lambda slip: slip.start - slip.end):
            if taken.find(1, slip.start, slip.end) < 0:
                taken[slip.start : slip.end] = b"\1" * (slip.end - slip.start)
                chosen.append(slip)
    return tuple(sorted(chosen, key=lambda slip: slip.start))
