"""What tells a line of a split that undertakes its work from one that only speaks of it: learned from lines and phrases, and measured on writers it has not seen.

    python bench/undertaken.py            leave each writer out in turn: what a model of the others says of the lines (`-v`: of each)
    python bench/undertaken.py phrases    leave a tenth of the phrases out, ten times: how many refusals are seen, how many lines of work are taken for one
    python bench/undertaken.py train      write the weights (`kinds/plan/undertaken_weights.toml`, `undertaken_words.toml`) from all of them
    python bench/undertaken.py check      whether the weights that are shipped are those of this corpus (to 0.02)
    python bench/undertaken.py FILE       judge the lines of a file, one each; of JSON, rows with "line" and "label" ("work" or "no")

The corpus: whole lines by who wrote them (`undertaken/lines.toml`), `undertaken/phrases.toml`, the honest lists of `kinds/plan/tests/listed.toml`, and the
paraphrases of the core pack's parts as tasks to speak of; and sentences of the core pack that nobody labelled (`undertaken/unlabelled.txt`, drawn once), for the teacher
(`undertaken_learn.py`). Without chance: the same corpus gives the same weights. Needs NumPy and the set `meaning`; the program itself only adds up weights.
"""

import json
import random
import sys
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import undertaken_learn as learning
from undertaken_learn import Learned, Row

from sparring.kinds.plan import undertaken

HERE = Path(__file__).with_name("undertaken")
ROOT = Path(__file__).parents[1]
LISTED = Path(undertaken.__file__).with_name("tests") / "listed.toml"
PACK = ROOT / "packs" / "core" / "exercises" / "plan"
WEIGHTS, WORDS = (Path(undertaken.__file__).with_name(name) for name in (undertaken.WEIGHTS, undertaken.WORDS))
OTHERS = ("practised", "various")
"""Manners of `lines.toml` that have a writer of their own; all the others are of one."""
BAR, SURE, SEED, FOLDS = 0.45, 0.75, 5, 10
WORTH = (1.0, 1.3)
"""What a whole line counts: those that refuse more, as the other honest lines are many."""
OF_LISTS, OF_HONEST, OF_PHRASES = 1.2, 0.5, 0.4
"""What a line of the honest lists counts, one of the boards and paraphrases, and one put together from a phrase."""
HEADS = 4
"""Tasks that each phrase is put behind."""
JOINS = (": ", ": ", ", ", " - ", ": ", "; ")
ADVERBS = frozenset(
    "only if when once after next some someday never maybe perhaps later not in as unless should before by with so because since for behind at to "
    "solo se quando appena dopo il la un mai forse più magari non in come prima di con così perché per dietro a al qualora prossimo".split()
)
"""What may follow a task without a stop."""


@cache
def heads() -> dict[str, list[str]]:
    """What a task is called, by language: the paraphrases of every part, and how lists name theirs up to the first comma."""
    found: dict[str, list[str]] = {"en": [], "it": []}
    for path in sorted(PACK.glob("*/exercise.toml")):
        for part in tomllib.loads(path.read_text(encoding="utf-8"))["parts"]:
            for language in found:
                found[language] += part[language]
    return found


def listed() -> list[str]:
    """The lines of the honest lists."""
    table = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    return [line for one in table["lists"] for _, line in one["lines"]]


def honest() -> list[str]:
    """Other lines that undertake their work: boards, and paraphrases."""
    own = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))["lines"]
    return [*own["en"], *own["it"], *titles(), *(phrase for phrases in heads().values() for phrase in phrases)]


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


def phrases() -> list[tuple[str, str, bool]]:
    """Each phrase with its language, and whether it refuses."""
    table = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))
    return [(phrase, language, name == "no") for name in ("no", "work") for language, row in table[name].items() for phrase in row]


def examples(some: Sequence[tuple[str, str, bool]], draw: random.Random) -> list[Row]:
    """Each phrase around tasks that are drawn."""
    named, found = heads(), []
    for phrase, language, refuses in some:
        for head in draw.sample(named[language], HEADS):
            line = (
                phrase.format(x=head)
                if "{x}" in phrase
                else head + draw.choice((" ", ": ") if phrase.split()[0] in ADVERBS else JOINS) + phrase
            )
            found.append((line, float(refuses), OF_PHRASES))
        if "{x}" not in phrase and not refuses:
            found.append((phrase, 0.0, OF_PHRASES))
    return found


def model(some: Sequence[tuple[str, str, bool]], lines: Sequence[str], without: Sequence[str] = ()) -> Learned:
    """What is learned from some phrases, honest lines, and the whole lines of all writers but those left out."""
    whole = [
        (line, float(no), WORTH[no])
        for name, both in manners().items()
        if name not in without
        for no, row in enumerate(both)
        for line in row
    ]
    own = [*((line, 0.0, OF_LISTS) for line in listed()), *((line, 0.0, OF_HONEST) for line in lines)]
    return learning.learn([*examples(some, random.Random(SEED)), *own, *whole], unlabelled())


@cache
def unlabelled() -> tuple[str, ...]:
    """Lines that nobody labelled: sentences, and tasks with a sentence or a phrase behind them."""
    sentences = (HERE / "unlabelled.txt").read_text(encoding="utf-8").splitlines()
    return tuple(learning.drawn(phrases(), heads(), sentences, SEED))


def by_writer() -> None:
    """Print, for each writer, what a model of the others says of the lines."""
    total = [0] * 6
    named: dict[str, list[str]] = {}
    for name in manners():
        named.setdefault(name if name in OTHERS else "own", []).append(name)
    for names in named.values():
        with_model(model(phrases(), honest(), names))
        lines = [(line, no) for name in names for no, row in enumerate(manners()[name]) for line in row]
        row = counted(lines)
        total = [one + other for one, other in zip(total, row, strict=True)]
        print(f"{', '.join(names)}: {_row(row)}")
    print("all:", _row(total))


def counted(lines: Sequence[tuple[str, int]]) -> list[int]:
    """Of lines that undertake, and of those that do not (1): how many are counted, open, and blamed."""
    found: list[int] = []
    for label in (0, 1):
        told = [undertaken.stands(line) for line, no in lines if no == label]
        found += [told.count(True), told.count(None), told.count(False)]
    if "-v" in sys.argv:
        told_lines = sorted((round(undertaken.likelihood(line), 2), line) for line, no in lines if undertaken.stands(line) is not (not no))
        print(*(f"    {likely:.2f} {line}" for likely, line in told_lines), sep="\n")
    return found


def _row(found: Sequence[int]) -> str:
    work, no = sum(found[:3]), sum(found[3:])
    return (
        f"of {work} that undertake {found[0]} counted, {found[1]} open, {found[2]} blamed ({1 - found[2] / work:.1%} not blamed); "
        f"of {no} that only speak {found[3]} counted ({found[3] / no:.1%}), {found[4]} open, {found[5]} refused"
    )


def by_phrase() -> None:
    """Print what a model of the other phrases says of each tenth."""
    every, lines = phrases(), honest()
    draw = random.Random(SEED)
    draw.shuffle(every)
    draw.shuffle(lines)
    seen = refusals = wrong = work = 0
    for fold in range(FOLDS):
        with_model(
            model([one for at, one in enumerate(every) if at % FOLDS != fold], [one for at, one in enumerate(lines) if at % FOLDS != fold])
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


def with_model(found: Learned) -> None:
    """Let the program judge by another model."""
    undertaken._model = lambda: (dict(found.signs), found.bias, BAR, SURE)  # type: ignore[assignment]
    undertaken._leanings = lambda: found.words  # type: ignore[assignment]


def written(found: Learned) -> str:
    """The file of weights."""
    rows: dict[str, list[str]] = {}
    for sign, weight in sorted(found.signs.items()):
        name, _, value = sign.partition(":")
        rows.setdefault(name, []).append(f"{json.dumps(value, ensure_ascii=False)} = {weight}")
    head = [
        "# How much each sign of a line says that it does not undertake the work it names (`undertaken.py` says what they are and adds them up).",
        "# Learned, not written: `python bench/undertaken.py train` rebuilds this file from `bench/undertaken`.",
        f"bias = {found.bias}",
        f"bar = {BAR}",
        f"sure = {SURE}",
    ]
    return "\n".join([*head, *(line for name, row in rows.items() for line in ("", f"[signs.{name}]", *row))]) + "\n"


def words_written(found: Learned) -> str:
    """The file of words, in hundredths."""
    rows = [f"{word} {' '.join(str(round(100 * one)) for one in figures)}" for word, figures in sorted(found.words.items())]
    head = [
        "# How much each word says, by what it means, that its line undertakes nothing: in the line, in its head, and behind it,",
        "# in hundredths; a place weighs the mean of its words.",
        "# Learned, not written: `python bench/undertaken.py train` rebuilds this file from `bench/undertaken`.",
    ]
    return "\n".join([*head, 'words = """', *rows, '"""']) + "\n"


def checked(found: Learned) -> int:
    """Print how many of the shipped figures are not those of a model; 1 if any."""
    weights, *_ = undertaken._model()
    words = undertaken._leanings()
    none = (0.0, 0.0, 0.0)
    off = [sign for sign in weights.keys() | found.signs.keys() if abs(weights.get(sign, 0.0) - found.signs.get(sign, 0.0)) > 0.02]
    off += [
        word
        for word in words.keys() | found.words.keys()
        if word not in words
        or word not in found.words
        or any(abs(one - other) > 0.02 for one, other in zip(words.get(word, none), found.words.get(word, none), strict=True))
    ]
    print(f"{len(weights)} weights, {len(words)} words, {len(off)} of them otherwise")
    return int(bool(off))


def judged(path: Path) -> None:
    """Print how likely each line of a file undertakes nothing, or what is said of labelled ones."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        print(_row(counted([(row["line"], int(row["label"] == "no")) for row in json.loads(text)])))
        return
    for line in text.splitlines():
        if line.strip():
            print(f"{undertaken.likelihood(line):.2f} {line}")


def main(words: Sequence[str]) -> int:
    """Measure, train, check or judge."""
    words = [word for word in words if word != "-v"]
    if not words or words[0] == "phrases":
        (by_phrase if words else by_writer)()
        return 0
    if words[0] not in ("train", "check"):
        judged(Path(words[0]))
        return 0
    found = model(phrases(), honest())
    if words[0] == "check":
        return checked(found)
    WEIGHTS.write_text(written(found), encoding="utf-8")
    WORDS.write_text(words_written(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    np.seterr(over="ignore")
    sys.exit(main(sys.argv[1:]))
