"""Reads a `say` folder."""

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Text
from sparring.kinds.format import Reader, check_follow_ups, exercise, line_of, prose_slot, section
from sparring.kinds.kind import Folder
from sparring.kinds.say.schema import Move, MoveTable, SayFile, SaySpec, Trap, TrapTable
from sparring.language.english.pattern import Pattern, PatternError, read_pattern

FILE = "exercise.toml"
USUAL = (3, 30)
"""Seconds that a drill takes aloud where it does not say so itself."""


def load(folder: Folder) -> Exercise[SaySpec] | tuple[Problem, ...]:
    """The exercise, or every problem found."""
    reader = Reader(folder.path, folder.languages)
    table, question = reader.table(FILE, SayFile), reader.text("prompt")
    if table is None or question is None:
        return tuple(reader.problems)
    sprung = {f"trap:{trap.id}" for trap in table.traps} | {trap.rule for trap in table.traps if trap.rule}
    check_follow_ups(table, reader, {"length", *(move.id for move in table.moves), *sprung})
    moves = tuple(_move(move, number, reader) for number, move in enumerate(table.moves))
    traps = tuple(_trap(trap, number, reader) for number, trap in enumerate(table.traps))
    spec = SaySpec(table.form, question, table.accepted, table.wrong, table.seconds, moves, traps)
    said = Text("\n".join(f"- {line}" for line in table.accepted), "\n".join(f"- {line}" for line in table.accepted))
    reveal = (*section("say.accepted", said), *section("say.note", table.note.text()))
    return exercise(folder, table, reader, slots=(prose_slot(aloud=table.seconds or USUAL),), spec=spec, reveal=reveal, prompt=question)


def _move(move: MoveTable, number: int, reader: Reader) -> Move:
    return Move(move.id, move.weight, move.text(), _ways(move.ways, ("moves", number), reader))


def _trap(trap: TrapTable, number: int, reader: Reader) -> Trap:
    if not (trap.rule or trap.ways):
        reader.report(FILE, "say.trap-without-sign", line=_line(("traps", number), reader), field=trap.id, id=trap.id)
    return Trap(trap.id, trap.rule, _ways(trap.ways, ("traps", number), reader), trap.reply.text())


def _ways(written: tuple[str, ...], place: tuple[str, int], reader: Reader) -> tuple[Pattern, ...]:
    found = []
    for way in written:
        try:
            found.append(read_pattern(way))
        except PatternError as error:
            reader.report(FILE, "say.pattern", line=_line(place, reader), field=place[0], way=way, what=str(error))
    return tuple(found)


def _line(place: tuple[str, int], reader: Reader) -> int:
    return line_of(reader.source(FILE, required=False) or "", (*place, "id"))
