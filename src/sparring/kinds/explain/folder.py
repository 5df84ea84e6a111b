"""Reads an `explain` folder: exercise.toml, and ways.toml where there is one."""

from sparring.core.exercise import Exercise, Section, Slot
from sparring.core.problem import Problem
from sparring.core.text import LANGUAGES, Text
from sparring.kinds.explain.demo import CHECK, FILE, ProveIt
from sparring.kinds.explain.schema import ExplainFile, ExplainSpec, Misconception, MisconceptionTable, Point, PointTable, WaysFile
from sparring.kinds.format import Reader, check_follow_ups, exercise, line_of, prose_slot, section
from sparring.kinds.kind import Folder
from sparring.language.bindings import BindingError, read_binding
from sparring.language.points import Lexicon
from sparring.language.ways import WayError, read_concepts, read_way, shared_concepts

WAYS = "ways.toml"
PROVE_IT = "prove-it"
"""The criterion of a demonstration."""
CLAIM = "misconception:"
"""What the criterion of a wrong belief begins with."""
ALOUD = (60, 120)
"""Seconds that a strong candidate speaks before the interviewer digs."""
DEMOS, RIGHT = "demos", "right"


def load(folder: Folder) -> Exercise[ExplainSpec] | tuple[Problem, ...]:
    """The exercise, or every problem found."""
    reader = Reader(folder.path, folder.languages)
    table = reader.table("exercise.toml", ExplainFile)
    answer = reader.text("answer")
    proof = reader.source("proof.py", required=folder.complete)
    samples = {
        (name, language): text
        for name in ("good", "weak", "wrong")
        for language in folder.languages
        if (text := reader.source(f"samples/{name}.{language}.md", required=folder.complete)) is not None
    }
    ways = (reader.table(WAYS, WaysFile) if (folder.path / WAYS).exists() else None) or WaysFile()
    if table is None or answer is None:
        return tuple(reader.problems)
    _check(ways, table, reader)
    _check_ids(table, reader)
    offer = _offer(table, reader, folder)
    question = reader.text("prompt") or answer
    lexicon = Lexicon(read_concepts(ways.concepts), read_concepts(ways.subjects))
    spec = ExplainSpec(question, _points(table, ways), _misconceptions(table, ways), answer, proof, samples, lexicon, offer, table.figures)
    reveal = (*section("explain.model-answer", answer), *_proofs(offer, proof))
    return exercise(folder, table, reader, slots=_slots(offer), spec=spec, reveal=reveal)


def _proofs(offer: ProveIt | None, proof: str | None) -> tuple[Section, ...]:
    """What to run and to change on the spot: the lines that show it, and the proof of all that the model answer says."""
    right = offer.demos.get(RIGHT, "") if offer else ""
    shown = section("explain.right-demo", Text(right, right) if right else None, is_code=True)
    return (*shown, *section("explain.proof", Text(proof, proof) if proof else None, is_code=True))


def _slots(offer: ProveIt | None) -> tuple[Slot, ...]:
    """The words; and, where something can be shown, the lines that show it."""
    said = prose_slot(aloud=ALOUD)
    return (said, Slot("demo", "code", FILE, before=offer.task, optional=True)) if offer else (said,)


def _offer(table: ExplainFile, reader: Reader, folder: Folder) -> ProveIt | None:
    """The `[prove_it]` table with its check and demonstrations; None where there is none."""
    if table.prove_it is None:
        return None
    check = reader.source(CHECK)
    names = sorted(path.name for path in (folder.path / DEMOS).glob("*.py"))
    demos = {name.removesuffix(".py"): text for name in names if (text := reader.source(f"{DEMOS}/{name}")) is not None}
    says = {name: text.text() for name, text in table.prove_it.says.items()}
    return ProveIt(table.prove_it.text(), check, says, demos) if check is not None else None


def _points(table: ExplainFile, ways: WaysFile) -> tuple[Point, ...]:
    return tuple(
        Point(
            point.id,
            point.weight,
            {"en": point.en, "it": point.it},
            ways.points.get(point.id, ()),
            ways.opposed.get(point.id, ()),
            point.decides,
        )
        for point in table.points
    )


def _misconceptions(table: ExplainFile, ways: WaysFile) -> tuple[Misconception, ...]:
    return tuple(
        Misconception(m.id, {"en": m.en, "it": m.it}, m.reply.text(), ways.misconceptions.get(m.id, ()), m.against)
        for m in table.misconceptions
    )


def _check_ids(table: ExplainFile, reader: Reader) -> None:
    """No id stands twice, and follow-ups name what can be missed or right."""
    tables: dict[str, tuple[PointTable | MisconceptionTable, ...]] = {"points": table.points, "misconceptions": table.misconceptions}
    for name, groups in tables.items():
        seen: set[str] = set()
        for number, group in enumerate(groups):
            if group.id in seen:
                line = line_of(reader.source("exercise.toml") or "", (name, number, "id"))
                reader.report("exercise.toml", "explain.id-twice", line=line, field=f"{name}.{number}.id", id=group.id)
            seen.add(group.id)
    known = {point.id for point in table.points} | {f"{CLAIM}{belief.id}" for belief in table.misconceptions}
    check_follow_ups(table, reader, known | ({PROVE_IT} if table.prove_it else set()))


def _check(ways: WaysFile, table: ExplainFile, reader: Reader) -> None:
    """Every way has an owner and can be read."""
    source = (reader.source(WAYS, required=False) or "") if ways != WaysFile() else ""
    concepts = {**shared_concepts(), **read_concepts(ways.concepts)}
    owners = {"points": {point.id for point in table.points}, "misconceptions": {m.id for m in table.misconceptions}}
    for belief in table.misconceptions:
        for point in set(belief.against) - owners["points"]:
            reader.report("exercise.toml", "explain.way-no-owner", field="misconceptions.against", id=point)
    for kind, known in owners.items():
        for owner, patterns in getattr(ways, kind).items():
            line = line_of(source, (kind, owner))
            if owner not in known:
                reader.report(WAYS, "explain.way-no-owner", line=line, field=f"{kind}.{owner}", id=owner)
            for pattern in patterns:
                try:
                    for language in LANGUAGES:
                        read_way(pattern, concepts, language, tuple(ways.subjects))
                except WayError as error:
                    reader.report(WAYS, "explain.way-unreadable", line=line, field=f"{kind}.{owner}", way=pattern, what=str(error))
    _check_opposed(ways, source, owners["points"], reader)


def _check_opposed(ways: WaysFile, source: str, points: set[str], reader: Reader) -> None:
    """Every pair of opposed terms belongs to a point and can be read."""
    for point, pairs in ways.opposed.items():
        line = line_of(source, ("opposed", point))
        if point not in points:
            reader.report(WAYS, "explain.way-no-owner", line=line, field=f"opposed.{point}", id=point)
        for pair in pairs:
            try:
                for language in LANGUAGES:
                    read_binding(pair, language)
            except BindingError:
                reader.report(WAYS, "explain.opposed-unreadable", line=line, field=f"opposed.{point}", pair=pair)
