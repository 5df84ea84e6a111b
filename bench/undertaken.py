"""What tells a line of a split that undertakes its work from one that only speaks of it: learned from lines and phrases, and measured on phrases it has not seen.

    python bench/undertaken.py            leave a tenth of the phrases out, ten times: how many refusals are seen, how many lines of work are taken for one
    python bench/undertaken.py train      write the weights (`kinds/plan/undertaken_weights.toml`) from all of them
    python bench/undertaken.py check      whether the weights that are shipped are those of this corpus (to 0.02)
    python bench/undertaken.py FILE       judge the lines of a file, one each
    python bench/undertaken.py manners    leave each manner of `undertaken/lines.toml` out in turn: what a model of the others says of its lines

The corpus: `undertaken/phrases.toml`, whole lines by manner of writing (`undertaken/lines.toml`), the honest lists of `kinds/plan/tests/listed.toml`, and the
paraphrases of the core pack's parts as tasks to speak of.
The descent is that of `adverts.py`, without chance: the same corpus gives the same weights. Needs NumPy; the program itself only adds up weights.
"""

import json
import random
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import adverts
import numpy as np

from sparring.kinds.plan import undertaken

HERE = Path(__file__).with_name("undertaken")
ROOT = Path(__file__).parents[1]
LISTED = Path(undertaken.__file__).with_name("tests") / "listed.toml"
PACK = ROOT / "packs" / "core" / "exercises" / "plan"
WEIGHTS = Path(undertaken.__file__).with_name(undertaken.WEIGHTS)
BAR, SURE, SEED, FOLDS = 0.55, 0.95, 5, 10
WORTH = (1, 3)
"""How often a whole line counts: those that refuse more, as the other honest lines are many."""
HEADS = 4
"""Tasks that each phrase is put behind."""
JOINS = (": ", ": ", ", ", " - ", ": ", "; ")
ADVERBS = frozenset(
    "only if when once after next some someday never maybe perhaps later not in as unless should before by with so because since for behind at to "
    "solo se quando appena dopo il la un mai forse più magari non in come prima di con così perché per dietro a al qualora prossimo".split()
)
"""What may follow a task without a stop."""
Example = tuple[frozenset[str], bool]


def heads() -> dict[str, list[str]]:
    """What a task is called, by language: the paraphrases of every part, and how lists name theirs up to the first comma."""
    found: dict[str, list[str]] = {"en": [], "it": []}
    for path in sorted(PACK.glob("*/exercise.toml")):
        for part in tomllib.loads(path.read_text(encoding="utf-8"))["parts"]:
            for language in found:
                found[language] += part[language]
    return found


def honest() -> list[str]:
    """Lines that undertake their work: whole lists, and paraphrases."""
    table = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    lists = [line for one in table["lists"] for _, line in one["lines"]]
    own = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))["lines"]
    return [*lists, *own["en"], *own["it"], *titles(), *(phrase for phrases in heads().values() for phrase in phrases)]


def titles() -> list[str]:
    """The tasks on the boards of the core pack, and the lists of its samples."""
    found: list[str] = []
    for folder in sorted(PACK.iterdir()):
        rows = tomllib.loads((folder / "project.toml").read_text(encoding="utf-8"))["tasks"]
        found += [row[name] for row in rows for name in ("title", "title_it") if name in row]
        tasks = (folder / "samples" / "good.md").read_text(encoding="utf-8").partition("# plan")[0]
        found += [line for line in tasks.splitlines()[1:] if line.strip()]
    return found


def manners() -> dict[str, tuple[list[str], list[str]]]:
    """Whole lines by manner of writing: those that undertake, and those that only speak."""
    table = tomllib.loads((HERE / "lines.toml").read_text(encoding="utf-8"))["manners"]
    return {one["name"]: (one["work"].strip().splitlines(), one["no"].strip().splitlines()) for one in table}


def spoken(without: str = "") -> list[tuple[str, bool]]:
    """All of these lines but those of one manner, and whether they refuse."""
    return [(line, refuses) for name, both in manners().items() if name != without for refuses, row in enumerate(both) for line in row]


def phrases() -> list[tuple[str, str, bool]]:
    """Each phrase with its language, and whether it refuses."""
    table = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))
    return [(phrase, language, name == "no") for name in ("no", "work") for language, row in table[name].items() for phrase in row]


def examples(some: Sequence[tuple[str, str, bool]], draw: random.Random) -> list[Example]:
    """Each phrase around tasks that are drawn."""
    named, found = heads(), []
    for phrase, language, refuses in some:
        for head in draw.sample(named[language], HEADS):
            line = (
                phrase.format(x=head)
                if "{x}" in phrase
                else head + draw.choice((" ", ": ") if phrase.split()[0] in ADVERBS else JOINS) + phrase
            )
            found.append((undertaken.signs(line), refuses))
        if "{x}" not in phrase and not refuses:
            found.append((undertaken.signs(phrase), refuses))
    return found


def model(
    some: Sequence[tuple[str, str, bool]], lines: Sequence[str], whole: Sequence[tuple[str, bool]] = ()
) -> tuple[dict[str, float], float]:
    """The weights and the bias."""
    draw = random.Random(SEED)
    found = examples(some, draw)
    own = [(undertaken.signs(line), False) for line in lines] + [
        (undertaken.signs(line), bool(refuses)) for line, refuses in whole for _ in range(WORTH[refuses])
    ]
    return adverts.train(own, [], found)


def by_manner() -> None:
    """Print, for each manner, what a model of the others says of its lines."""
    total = [0] * 6
    for name, (work, no) in manners().items():
        with_model(model(phrases(), honest(), spoken(name)))
        row: list[int] = []
        for lines in (work, no):
            told = [undertaken.stands(line) for line in lines]
            row += [told.count(True), told.count(None), told.count(False)]
        if "-v" in sys.argv:
            print(*(f"    {undertaken.likelihood(line):.2f} {line}" for line in (*work, *no)), sep="\n")
        total = [one + other for one, other in zip(total, row, strict=True)]
        print(f"{name:12}", _row(row))
    print(f"{'all':12}", _row(total))


def _row(found: Sequence[int]) -> str:
    work, no = sum(found[:3]), sum(found[3:])
    return (
        f"of {work} that undertake {found[0]} counted, {found[1]} open, {found[2]} blamed; "
        f"of {no} that only speak {found[3]} counted, {found[4]} open, {found[5]} refused"
    )


def measured() -> None:
    """Print what a model of the other phrases says of each tenth."""
    every, lines = phrases(), honest()
    draw = random.Random(SEED)
    draw.shuffle(every)
    draw.shuffle(lines)
    seen = refusals = wrong = work = 0
    for fold in range(FOLDS):
        with_model(
            model(
                [one for at, one in enumerate(every) if at % FOLDS != fold],
                [one for at, one in enumerate(lines) if at % FOLDS != fold],
                spoken(),
            )
        )
        for phrase, language, refuses in every[fold::FOLDS]:
            head = draw.choice(heads()[language])
            line = phrase.format(x=head) if "{x}" in phrase else f"{head}: {phrase}"
            found = undertaken.stands(line) is not True
            refusals, seen = refusals + refuses, seen + (refuses and found)
            work, wrong = work + (not refuses), wrong + (not refuses and found)
            if found != refuses and "-v" in sys.argv:
                print("  unseen " if refuses else "  invented ", line)
        for line in lines[fold::FOLDS]:
            work, wrong = work + 1, wrong + (undertaken.stands(line) is not True)
    print(f"refusals seen {seen} of {refusals} ({seen / refusals:.1%}); work taken for one {wrong} of {work} ({wrong / work:.1%})")


def with_model(found: tuple[dict[str, float], float]) -> None:
    """Let the program judge by another model."""
    undertaken._model = lambda: (*found, BAR, SURE)  # type: ignore[assignment]


def written(weights: Mapping[str, float], bias: float) -> str:
    """The file of weights."""
    rows: dict[str, list[str]] = {}
    for sign, weight in sorted(weights.items()):
        name, _, value = sign.partition(":")
        rows.setdefault(name, []).append(f"{json.dumps(value, ensure_ascii=False)} = {weight}")
    head = [
        "# How much each sign of a line says that it does not undertake the work it names (`undertaken.py` says what they are and adds them up).",
        "# Learned, not written: `python bench/undertaken.py train` rebuilds this file from `bench/undertaken`.",
        f"bias = {bias}",
        f"bar = {BAR}",
        f"sure = {SURE}",
    ]
    return "\n".join([*head, *(line for name, row in rows.items() for line in ("", f"[signs.{name}]", *row))]) + "\n"


def main(words: Sequence[str]) -> int:
    """Measure, train, check or judge."""
    words = [word for word in words if word != "-v"]
    if not words:
        measured()
        return 0
    if words[0] == "manners":
        by_manner()
        return 0
    if words[0] not in ("train", "check"):
        for line in Path(words[0]).read_text(encoding="utf-8").splitlines():
            if line.strip():
                print(f"{undertaken.likelihood(line):.2f} {line}")
        return 0
    weights, bias = model(phrases(), honest(), spoken())
    if words[0] == "train":
        WEIGHTS.write_text(written(weights, bias), encoding="utf-8")
        return 0
    shipped: dict[str, Any] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["signs"]
    known = {f"{name}:{value}": weight for name, row in shipped.items() for value, weight in row.items()}
    off = [sign for sign in known.keys() | weights.keys() if abs(known.get(sign, 0.0) - weights.get(sign, 0.0)) > 0.02]
    print(f"{len(known)} weights, {len(off)} of them otherwise")
    return int(bool(off))


if __name__ == "__main__":
    np.seterr(over="ignore")
    sys.exit(main(sys.argv[1:]))
