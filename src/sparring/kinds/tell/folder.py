"""Reads a `tell` folder, and adds what an interviewer asks where a part is missing."""

import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Text
from sparring.kinds.format import FollowUpTable, Reader, check_follow_ups, exercise, line_of, prose_slot, section
from sparring.kinds.kind import Folder
from sparring.kinds.tell.schema import LONGEST, SHORTEST, THEMES, TellFile, TellSpec
from sparring.language.story import PARTS

CRITERIA = (*PARTS, "outline", "numbers", "i-not-we", "length")
"""What a verdict of this kind can find: what a follow-up may wait for."""

FILE = "exercise.toml"


def load(folder: Folder) -> Exercise[TellSpec] | tuple[Problem, ...]:
    """The exercise, or every problem found."""
    reader = Reader(folder.path, folder.languages)
    table, question = reader.table(FILE, TellFile), reader.text("prompt")
    if table is None or question is None:
        return tuple(reader.problems)
    for theme in set(table.themes) - set(THEMES):
        line = line_of(reader.source(FILE) or "", ("themes",))
        reader.report(FILE, "tell.no-theme", line=line, field="themes", theme=theme, known=", ".join(THEMES))
    check_follow_ups(table, reader, CRITERIA)
    good = table.samples.good.text()
    spec = TellSpec(question, table.themes, good, table.samples.weak.text())
    asked = table.model_copy(update={"follow_ups": (*table.follow_ups, *_asked(table, folder.id))})
    return exercise(
        folder, asked, reader, slots=(prose_slot(aloud=(SHORTEST, LONGEST)),), spec=spec, reveal=section("tell.good", good), prompt=question
    )


def _asked(table: TellFile, key: str) -> list[FollowUpTable]:
    """A question for each part that may be missing: the exercise's own, else one of the usual ones, always the same for one exercise."""
    found = []
    for part in (*PARTS, "numbers", "i-not-we"):
        own = getattr(table.asks, part, None) if part != "i-not-we" else None
        usual = _usual()[part]
        text = own or usual[sha256(f"{key}\0{part}".encode()).digest()[0] % len(usual)]
        said = own.text() if own else Text(text["en"], text["it"])
        found.append(FollowUpTable(when=f"missed:{part}", en=said.en, it=said.it))
    return found


@cache
def _usual() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name("asking.toml").read_text(encoding="utf-8"))
