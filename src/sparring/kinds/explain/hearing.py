"""What a text says of an exercise: points, misconceptions, points turned round, and what they come to together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sparring.core.text import Language
from sparring.kinds.explain.belief import Belief, belief
from sparring.kinds.explain.bound import Bindings, bindings
from sparring.kinds.explain.claims import contradicted
from sparring.kinds.explain.depth import Depth, depth
from sparring.kinds.explain.schema import ExplainSpec
from sparring.language.points import Found, Wanted, find_points, vocabulary_share
from sparring.language.reading import read

ON_TOPIC = 0.15
"""Share of the answer's own words that belong to the exercise: below, it is about something else."""
IN_THE_MATTER = 0.15
"""Share of its words (beside the question's) that belong to the matter, below which a point in a text is a chance meeting of words."""
REPEATED = 0.6
"""Share of the question's words in a text, above which it is the question said again, and a point in it a chance as well."""
MISCONCEPTION_COST = 0.25
DENIED_COST = 0.1
"""What it costs to deny a point or to say its contrary, beside the point."""
HINT_COST = 0.1
FEWEST_CLEAN = 2
"""Points from which a text in unusual words is no chance meeting of words."""
PASS = 0.5
"""Half of the weighted points recognised: what is recognised is a lower bound of what was said."""


@dataclass(frozen=True, slots=True)
class Heard:
    """By id: the points said (or denied, where `denied` says so), those of them that are turned round, the misconceptions held. `net`: the share of the points less what counts
    against it, 0..1; `share`: that of the points alone; `about`: whether the text speaks of the question at all. `doubted`: points whose words were found in a text that says the
    contrary of much (`belief.py`), or binds what belongs to them the wrong way round (`bound`): they are neither said nor denied. `decided`: whether one of the points
    that decide was said, where there are any.
    """

    said: Mapping[str, Found]
    turned: Mapping[str, Found]
    held: Mapping[str, Found]
    deep: Depth
    net: float
    about: bool
    share: float = 0.0
    doubted: Mapping[str, Found] = field(default_factory=dict)
    belief: Belief | None = None
    bound: Bindings = field(default_factory=Bindings)
    figures: bool = True
    decided: bool = True

    @property
    def wrong(self) -> bool:
        """Whether anything counts against it."""
        return bool(self.held) or any(hit.denied for hit in self.said.values())

    @property
    def disbelieved(self) -> bool:
        """Whether points were found in a text that does not mean them."""
        return bool(self.doubted) and self.belief is not None and not self.belief.holds

    @property
    def against(self) -> tuple[tuple[int, int], ...]:
        """What speaks against the points that are doubted, in characters of the text, in order; the strong words where nothing else does."""
        return (self.belief.spans if self.belief else ()) or self.deep.spans.get("strong", ())

    @property
    def score(self) -> float:
        """0..1: the points, moved by what else is there, where the exercise asks for it."""
        if not self.figures:
            return self.net
        undoubted = not (self.wrong or self.doubted or self.bound.turned)
        return self.moved_by(self.deep.moved_little if undoubted else self.deep.moved)

    def moved_by(self, moved: float) -> float:
        """The score, 0..1, if the figures beside the points came to `moved`."""
        clean = not self.wrong and len(self.said) >= FEWEST_CLEAN and not (self.belief and self.belief.spans)
        return self.deep.score(self.net, moved, wrong=self.wrong, clean=clean)

    @property
    def passes(self) -> bool:
        """Whether the points and the sum come to a pass, with one that decides, no claim to check and no point denied."""
        return self.net >= PASS and self.score >= PASS and not self.wrong and self.decided

    @property
    def believed(self) -> bool:
        """Whether words alone may pass: a contrary is not likely, and what is said goes together as the author says."""
        return self.bound.agrees and (self.belief is None or self.belief.enough)


def hear(spec: ExplainSpec, text: str, language: Language, hints: int = 0) -> Heard:
    """What is found in a text that can be read as an answer."""
    question = spec.question.to(language)
    wanted = {point.id: Wanted(point.paraphrases.get(language, ()), point.ways) for point in spec.points}
    beliefs = {belief.id: Wanted(belief.paraphrases.get(language, ()), belief.ways) for belief in spec.misconceptions}
    said = find_points(text, wanted, language, question=question, lexicon=spec.lexicon)
    held = find_points(text, beliefs, language, question=question, lexicon=spec.lexicon, sure=True)
    held = {key: hit for key, hit in held.items() if not any(_outweighs(other, hit) for other in said.values())}
    against = {point for belief in spec.misconceptions if belief.id in held for point in belief.against}
    said = {key: hit for key, hit in said.items() if key not in against and not any(_taken(hit, other) for other in held.values())}
    deep = depth(spec, text, language, beliefs)
    if spec.figures and (deep.belongs < IN_THE_MATTER or deep.repeats > REPEATED):
        said = {}
    bound = bindings(spec, read(text, language, spec.lexicon.subjects), language)
    turned = {key: hit for key, hit in contradicted(spec, said, text, language).items() if key not in bound.held and (bound.turned or held)}
    said |= turned
    denied = sum(hit.denied for hit in said.values())
    believed = belief(spec, text, language, deep, bound, len(held) + denied, _share(spec, said)) if spec.figures else None
    doubted = {key: hit for key, hit in said.items() if not hit.denied and (key in bound.wrong or not (believed is None or believed.holds))}
    said = {key: hit for key, hit in said.items() if key not in doubted}
    share = _share(spec, said)
    net = share - MISCONCEPTION_COST * len(held) - DENIED_COST * denied - HINT_COST * hints
    about = vocabulary_share(text, {**wanted, **beliefs}, language, question=question) >= ON_TOPIC
    deciding = {point.id for point in spec.points if point.decides}
    decided = not deciding or any(key in deciding and not hit.denied for key, hit in said.items())
    return Heard(said, turned, held, deep, max(0.0, min(1.0, net)), about, share, doubted, believed, bound, spec.figures, decided)


def _share(spec: ExplainSpec, said: Mapping[str, Found]) -> float:
    """The weight of the points said, of all."""
    return sum(point.weight for point in spec.points if point.id in said and not said[point.id].denied) / sum(p.weight for p in spec.points)


def _outweighs(point: Found, belief: Found) -> bool:
    """A passage that says a point better than it says a misconception is the point."""
    return not point.denied and point.share > belief.share and bool(point.words & belief.words)


def _taken(point: Found, belief: Found) -> bool:
    """Words that say a misconception say no point, nor do they deny one."""
    return len(point.words & belief.words) * 2 >= len(point.words)
