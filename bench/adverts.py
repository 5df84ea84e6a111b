"""What tells a demand from a name that an advertisement only mentions: learned from labelled advertisements, and measured on authors it has not seen.

    python bench/adverts.py            leave one author out: train on the others, count on that one as `sparring bench advert` does
    python bench/adverts.py train      write the weights (`language/advert_weights.toml`) from all of them
    python bench/adverts.py check      whether the weights and trees that are shipped are those of this corpus (to 0.02)

`adverts/unseen-*.json` is never trained on: two more authors, for `sparring bench advert FILE`.

The corpus: `adverts/author-*.json`, twenty advertisements each with the technical demands that their author lists, written without knowledge of the
program; and what was written for the training, which nothing is measured on: `adverts/own.json`, further advertisements, and `adverts/phrases.toml`,
sentences and headings that ask or deny, with names drawn from a list. A logistic regression (elastic net) by accelerated gradient
descent; then trees (`advert_trees.py`), grown on what the regression says of authors whom it was not trained on. Without chance: the same corpus gives
the same weights. Needs NumPy; the program itself only adds up weights.
"""

import json
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from advert_trees import grow
from numpy.typing import NDArray

from sparring.language import advert_company, advert_model
from sparring.language.advert_company import Seen, Tree, figures
from sparring.language.skills import known_in
from sparring.usecases.study.bench import bench_adverts, same

HERE = Path(__file__).with_name("adverts")
WEIGHTS = Path(advert_model.__file__).with_name(advert_model.WEIGHTS)
TREES = Path(advert_company.__file__).with_name(advert_company.TREES)
BAR = 0.85
"""From which likelihood on a name is asked for: there, of authors left out, what is missed (5 %) and what is invented (3 %) use up about the same share of what
may be (10 % and 5 %)."""
LASSO, RIDGE, STEPS, FEWEST = 1.0, 0.7, 150, 5
"""What a weight costs; steps of descent; a sign that is seen less often is none."""
OF_VARIED, OF_PHRASES = 0.5, 0.6
"""What an example of a varied advertisement, and one of the phrases, counts beside one of an advertisement."""
INLINE = 0.25
"""How often a heading and its line are one."""
NOT_OF_PHRASES = frozenset(("v", "w", "m", "form", "place", "len", "low"))
"""Signs that the phrases say nothing of: their names are drawn, their texts put together."""
SEED = 7
Example = tuple[frozenset[str], bool]
Floats = NDArray[np.float64]


def examples(adverts: Iterable[Mapping[str, Any]]) -> list[Example]:
    """The signs of every name and whether its advertisement asks for it; what is no technology of its own and not asked for says nothing."""
    found = []
    for advert in adverts:
        wanted = {key for demand in advert["demands"] for key in known_in(demand)}
        for _, one, signs in advert_model.candidates(advert["text"]):
            asked = one.skill.id in wanted if one.skill.listed else any(same(one.words, demand) for demand in advert["demands"])
            if asked or one.skill.technical:
                found.append((signs, asked))
    return found


def varied(adverts: Iterable[Mapping[str, Any]], invented: Sequence[str]) -> list[Example]:
    """The examples of each advertisement with some of its names replaced by invented ones, which no list holds, and of each passage of it standing alone."""
    draw, copies = random.Random(SEED), []
    for advert in adverts:
        said = {one.words for _, one, _ in advert_model.candidates(advert["text"]) if one.skill.technical and one.words[0].isupper()}
        hidden = draw.sample(sorted(said), len(said) // 3)
        new = dict(zip(hidden, draw.sample(invented, len(invented)), strict=False))
        find = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, sorted(new, key=len, reverse=True))) + r")(?!\w)")
        text, *demands = (_renamed(one, find, new) for one in (advert["text"], *advert["demands"]))
        parts = [part for part in re.split(r"\n\s*\n", text) if len(part.split()) >= FEWEST]
        copies += [{"text": part, "demands": demands} for part in (text, *parts)]
    return examples(copies)


def _renamed(text: str, find: re.Pattern[str], new: Mapping[str, str]) -> str:
    return find.sub(lambda name: new[name[0]], text) if new else text


def invented_names() -> list[str]:
    """Names that no list holds."""
    return list(tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))["invented"])


def phrases() -> list[Example]:
    """The examples of the phrases: advertisements put together from them, the same each time."""
    table, draw = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8")), random.Random(SEED)
    adverts = [
        advert
        for language in ("en", "it")
        for build in (_put_together, _headed)
        for advert in build(table[language], [*table["names"], *table["invented"]], draw)
    ]
    return [(frozenset(sign for sign in signs if sign.split(":")[0] not in NOT_OF_PHRASES), asked) for signs, asked in examples(adverts)]


def _put_together(table: Mapping[str, Any], names: Sequence[str], draw: random.Random) -> list[dict[str, Any]]:
    denied, adverts = table["denied"] * 2, []
    draw.shuffle(denied)
    while denied:
        taken, denied = denied[: (count := draw.choice((1, 2, 2, 3)))], denied[count:]
        body = [*taken, *draw.sample(table["asked"], count + 1)]
        draw.shuffle(body)
        demands: set[str] = set()
        text = [table["title"], "", draw.choice(table["openings"])]
        text += [_filled(phrase, names, draw, demands) + draw.choice(("", "", "\n")) for phrase in body]
        for heading, *lines in draw.sample(table["sections"], draw.choice((0, 1, 2, 3))):
            mark = draw.choice(("- ", "• ", ""))
            text += ["", heading, *(mark + _filled(line, names, draw, demands) for line in lines)]
        adverts.append({"text": "\n".join(text), "demands": sorted(demands)})
    for phrase in [*table["denied"], *table["asked"]]:
        with_it = draw.choice(table["asked"]) + draw.choice((" ", "\n"))
        for led in ("", with_it, draw.choice(table["asked"]) + " "):
            demands = set()
            text = [draw.choice(table["openings"]), "", _filled(led, names, draw, demands) + _filled(phrase, names, draw, demands)]
            adverts.append({"text": "\n".join(text), "demands": sorted(demands)})
    return adverts


def _headed(table: Mapping[str, Any], names: Sequence[str], draw: random.Random) -> list[dict[str, Any]]:
    """Advertisements of two headings, one of what is asked and one of what is not, in either order: the same lines under both."""
    adverts = []
    for heading in [*table["wanted"], *table["unwanted"]]:
        other = draw.choice(table["unwanted" if heading in table["wanted"] else "wanted"])
        both, demands = [heading, other], set[str]()
        draw.shuffle(both)
        text = [table["title"], "", draw.choice(table["openings"])]
        for one in both:
            lines = (
                draw.sample(table["lines"], 3)
                if one in table["wanted"]
                else [line.replace("{A", "{N") for line in draw.sample(table["lines"], 3)]
            )
            filled = [_filled(line, names, draw, demands) for line in lines]
            mark, end = draw.choice(("- ", "• ", "")), draw.choice(("", ":", ":"))
            inline = draw.random() < INLINE
            text += ["", f"{one}: {filled[0]}"] if inline else ["", one + end, *(mark + line for line in filled)]
        adverts.append({"text": "\n".join(text), "demands": sorted(demands)})
    return adverts


def _filled(phrase: str, names: Sequence[str], draw: random.Random, demands: set[str]) -> str:
    places = sorted(set(re.findall(r"\{(\w+)\}", phrase)))
    filling = dict(zip(places, draw.sample(names, len(places)), strict=True))
    demands |= {name for place, name in filling.items() if place.startswith("A")}
    return phrase.format(**filling)


class Signs:
    """The signs of examples as a sparse matrix; the first column is the bias."""

    def __init__(self, rows: Sequence[frozenset[str]], columns: Mapping[str, int]) -> None:
        pairs = [(row, columns[sign]) for row, signs in enumerate(rows) for sign in signs if sign in columns]
        self.rows = np.array([row for row, _ in pairs] + list(range(len(rows))))
        self.columns = np.array([column for _, column in pairs] + [0] * len(rows))
        self.height, self.width = len(rows), len(columns) + 1

    def times(self, weights: Floats) -> Floats:
        """The sum of the weights of each row."""
        return np.bincount(self.rows, weights=weights[self.columns], minlength=self.height)

    def turned(self, values: Floats) -> Floats:
        """The sum of the values of each column."""
        return np.bincount(self.columns, weights=values[self.rows], minlength=self.width)


def train(own: Sequence[Example], parts: Sequence[Example], more: Sequence[Example]) -> tuple[dict[str, float], float]:
    """The weights by sign and the bias."""
    rows = [*own, *parts, *more]
    seen = Counter(sign for signs, _ in rows for sign in signs)
    columns = {sign: at for at, sign in enumerate(sorted(sign for sign, count in seen.items() if count >= FEWEST), 1)}
    matrix = Signs([signs for signs, _ in rows], columns)
    asked = np.array([float(asked) for _, asked in rows])
    worth = np.array([1.0] * len(own) + [OF_VARIED] * len(parts) + [OF_PHRASES] * len(more))
    found = descend(matrix, asked, worth)
    weights = {sign: round(float(found[at]), 2) for sign, at in columns.items()}
    return {sign: weight for sign, weight in weights.items() if weight}, round(float(found[0]), 2)


def descend(matrix: Signs, asked: Floats, worth: Floats, free: int = 0) -> Floats:
    """Accelerated proximal gradient descent; the bias costs nothing to speak of, and the last `free` columns no lasso."""
    total = worth.sum()
    steep = np.ones(matrix.width)
    for _ in range(20):
        steep = matrix.turned(worth * matrix.times(steep))
        size = float(np.linalg.norm(steep))
        steep /= size
    rate = 1 / ((0.25 * size + RIDGE) / total)
    ridge, lasso = np.full(matrix.width, RIDGE), np.full(matrix.width, LASSO * rate / total)
    ridge[0] *= 0.01
    lasso[0] = 0.0
    lasso[matrix.width - free :] = 0.0
    here, ahead, pace = np.zeros(matrix.width), np.zeros(matrix.width), 1.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-matrix.times(ahead)))
        moved = ahead - rate * (matrix.turned(worth * (likely - asked)) + ridge * ahead) / total
        moved = np.sign(moved) * np.maximum(np.abs(moved) - lasso, 0.0)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        here, ahead, pace = moved, moved + (pace - 1) / faster * (moved - here), faster
    return here


def written(weights: Mapping[str, float], bias: float) -> str:
    """The file of weights: a table for each kind of sign."""
    tables: dict[str, dict[str, float]] = defaultdict(dict)
    for sign, weight in sorted(weights.items()):
        name, _, value = sign.partition(":")
        tables[name][value] = weight
    head = [
        "# How much each sign around a name says that an advertisement asks for it (`advert_signs.py` says what they are, `advert_model.py` adds them up).",
        "# Learned, not written: `python bench/adverts.py train` rebuilds this file from `bench/adverts`.",
        f"bias = {bias}",
        f"bar = {BAR}",
    ]
    for name, row in tables.items():
        head += ["", f"[signs.{name}]", *(f"{json.dumps(value, ensure_ascii=False)} = {weight}" for value, weight in row.items())]
    return "\n".join(head) + "\n"


def read() -> dict[str, list[dict[str, Any]]]:
    """The labelled advertisements by their author."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("author-*.json"))}


def own() -> list[dict[str, Any]]:
    """The advertisements that were written for the training."""
    return list(json.loads((HERE / "own.json").read_text(encoding="utf-8")))


Model = tuple[dict[str, float], float]
Trees = tuple[float, tuple[Tree, ...]]
Rows = dict[str, tuple[list[Example], list[Example]]]


def first_without(author: str, rows: Rows, extra: Sequence[Example]) -> Model:
    """The weights and the bias that all others give."""
    others = [found for other, found in rows.items() if other != author]
    return train([one for found, _ in others for one in found], [one for _, found in others for one in found], extra)


def examples_by_author(sets: Mapping[str, Sequence[Mapping[str, Any]]]) -> Rows:
    """The examples of each author, as written and varied."""
    return {author: (examples(those), varied(those, invented_names())) for author, those in sets.items()}


def seen_by(model: Model, adverts: Iterable[Mapping[str, Any]]) -> list[tuple[dict[str, float], bool]]:
    """The figures of every name of advertisements after a first look with this model, and whether it is asked for."""
    with_model(model)
    found = []
    for advert in adverts:
        wanted = {key for demand in advert["demands"] for key in known_in(demand)}
        names = advert_model.first_look(advert["text"])
        for seen, row in zip(names, figures(names), strict=True):
            asked = _is_asked(seen, wanted, advert["demands"])
            if asked or seen.one.skill.technical:
                found.append((row, asked))
    return found


def _is_asked(seen: Seen, wanted: set[str], demands: Sequence[str]) -> bool:
    skill = seen.one.skill
    return skill.id in wanted if skill.listed else any(same(seen.one.words, demand) for demand in demands)


def trees_of(seen: Sequence[tuple[dict[str, float], bool]]) -> Trees:
    """The trees that these examples grow."""
    return grow([row for row, _ in seen], [asked for _, asked in seen])


def left_out(more: Sequence[Path] = ()) -> None:
    """Print what is found and invented of each author by a model of the others; `more`: further sets, judged by a model of all."""
    sets, extra, sums = {**read(), "": own()}, phrases(), Counter[str]()
    rows = examples_by_author(sets)
    firsts = {author: first_without(author, rows, extra) for author in sets}
    seen = {author: seen_by(firsts[author], those) for author, those in sets.items()}
    whole = first_without("nobody", rows, extra) if more else firsts[""]
    tests = {**sets, **{str(path): json.loads(path.read_text(encoding="utf-8")) for path in more}}
    for author, those in tests.items():
        model = firsts.get(author, whole)
        trees = trees_of([one for other, found in seen.items() if other != author for one in found])
        with_model(model, trees)
        got = bench_adverts(json.dumps(those).encode())
        print(f"{author or 'own'}: {got['recall']:.1%} found, {got['invented_share']:.1%} invented, {len(model[0])} weights", flush=True)
        sums.update({key: got[key] for key in ("asked", "found", "named", "invented")} if author and author in sets else {})
    print(f"together: {sums['found'] / sums['asked']:.1%} found, {sums['invented'] / sums['named']:.1%} invented")


def with_model(model: Model, trees: Trees | None = None) -> None:
    """Let the program judge by another model."""
    from sparring.language import adverts

    adverts._asked.cache_clear()
    adverts.demands.cache_clear()
    advert_model._model = lambda: (*model, BAR)
    if trees:
        advert_company._trees = lambda: trees


def learned() -> tuple[Model, Trees]:
    """Both models from the whole corpus."""
    sets, extra = {**read(), "": own()}, phrases()
    rows = examples_by_author(sets)
    seen = [one for author, those in sets.items() for one in seen_by(first_without(author, rows, extra), those)]
    return first_without("nobody", rows, extra), trees_of(seen)


def written_trees(bias: float, trees: Sequence[Tree]) -> str:
    """The file of trees."""
    head = [
        "# The second look at a name of an advertisement: which figures (`advert_company.py`) are above which limits chooses what each tree adds.",
        "# Learned, not written: `python bench/adverts.py train` rebuilds this file from `bench/adverts`.",
        f"bias = {bias}",
    ]
    for questions, added in trees:
        head += ["", "[[trees]]", f"above = {json.dumps([list(one) for one in questions])}", f"add = {json.dumps(added)}"]
    return "\n".join(head) + "\n"


def check(model: Model, trees: Trees) -> int:
    """Tell where the shipped weights and trees are not these; 1 if any is not."""
    shipped = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    known = {f"{name}:{value}": weight for name, row in shipped["signs"].items() for value, weight in row.items()}
    given = {sign if ":" in sign else f"{sign}:": weight for sign, weight in model[0].items()}
    apart = {sign for sign in given.keys() | known.keys() if abs(given.get(sign, 0.0) - known.get(sign, 0.0)) > 0.02}
    print(f"{len(known)} weights, {len(apart)} of them are not what the corpus gives: {sorted(apart)[:10]}")
    alike = TREES.read_text(encoding="utf-8") == written_trees(*trees)
    print(f"{len(trees[1])} trees, {'all' if alike else 'not all'} of them what the corpus gives")
    return int(bool(apart) or not alike)


def main(words: Sequence[str]) -> int:
    """Measure, train or check."""
    if words[:1] not in (["train"], ["check"]):
        left_out([Path(word) for word in words])
        return 0
    model, trees = learned()
    if words[0] == "check":
        return check(model, trees)
    WEIGHTS.write_text(written(*model), encoding="utf-8")
    TREES.write_text(written_trees(*trees), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
