"""Reads a pack's glossary: technical words that Italians mispronounce or mistranslate."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Reader, Strict, line_of

FILE = "glossary.toml"


class TermTable(Strict):
    """A `[[terms]]` table. `say`: the sound, stress in capitals (`al-guh-RITH-um`); `ipa` beside it; `trap`: what goes wrong; `it`: what one says in Italian."""

    term: str = Field(min_length=1)
    trap: Literal["sound", "meaning", "both"]
    say: str = Field(min_length=1)
    ipa: str = ""
    it: str
    note: Bilingual
    example: str


class GlossaryFile(Strict):
    """glossary.toml."""

    terms: tuple[TermTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    term: str
    trap: str
    say: str
    ipa: str
    italian: str
    note: Text
    example: str


def read_glossary(reader: Reader) -> tuple[Term, ...]:
    """The terms, in alphabetical order; problems noted. No file, no terms."""
    if not (reader.path / FILE).exists():
        return ()
    table = reader.table(FILE, GlossaryFile)
    found: dict[str, Term] = {}
    for number, row in enumerate(table.terms if table else ()):
        if row.term.lower() in found:
            line = line_of(reader.source(FILE) or "", ("terms", number, "term"))
            reader.report(FILE, "glossary.term-twice", line=line, field=row.term, term=row.term)
        found[row.term.lower()] = Term(row.term, row.trap, row.say, row.ipa, row.it, row.note.text(), row.example)
    return tuple(found[key] for key in sorted(found))


def glossary_of(path: Path) -> tuple[Term, ...]:
    """The glossary of the pack in `path`; empty where it has none or it cannot be read."""
    return read_glossary(Reader(path, ()))
