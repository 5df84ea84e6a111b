"""Reads a pack's rules of English: `english/*.toml`, each a theme with its rules."""

from pathlib import Path

from pydantic import Field

from sparring.kinds.format import Bilingual, Reader, Strict, line_of
from sparring.language.english.mend import check_mend
from sparring.language.english.pattern import PatternError, read_pattern
from sparring.language.english.proof import prove
from sparring.language.english.rules import Rule, Way

ARROW = " => "


class RuleTable(Strict):
    """A `[[rules]]` table. `ways`: a pattern, then its mends. `bad`: `wrong => right`. `spoken` false: not looked for in a transcript."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    says: Bilingual
    why: Bilingual
    example: str
    ways: tuple[tuple[str, ...], ...] = Field(min_length=1)
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    spoken: bool = True


class RulesFile(Strict):
    """english/NAME.toml."""

    title: Bilingual
    rules: tuple[RuleTable, ...] = ()


def read_rules(reader: Reader) -> tuple[Rule, ...]:
    """The rules of the pack that `reader` reads, problems noted."""
    found: list[Rule] = []
    for file in sorted((reader.path / "english").glob("*.toml")):
        name = f"english/{file.name}"
        table = reader.table(name, RulesFile)
        source = reader.source(name, required=False) or ""
        for number, row in enumerate(table.rules if table else ()):
            line = line_of(source, ("rules", number, "id"))
            if any(rule.id == row.id for rule in found):
                reader.report(name, "english.id-twice", line=line, field=row.id, id=row.id)
            elif rule := _rule(row, file.stem, name, line, reader):
                found.append(rule)
    return tuple(found)


def rules_of(path: Path) -> tuple[Rule, ...]:
    """The usable rules of the pack in `path`; what is wrong with the others, `pack check` says."""
    return read_rules(Reader(path, ()))


def prove_rules(reader: Reader, rules: tuple[Rule, ...], known: tuple[Rule, ...] = ()) -> None:
    """Note everything that the rules claim and that does not hold."""
    for unproved in prove(rules, known):
        rule = next(rule for rule in rules if rule.id == unproved.rule)
        name = f"english/{rule.theme}.toml"
        source = reader.source(name, required=False) or ""
        line = next((number for number, text in enumerate(source.splitlines(), 1) if text == f'id = "{rule.id}"'), 0)
        reader.report(name, unproved.message.id, line=line, field=rule.id, **_plain(unproved.message.params))


def _plain(params: object) -> dict[str, str | int]:
    assert isinstance(params, dict)
    return {key: value if isinstance(value, int) else str(value) for key, value in params.items()}


def _rule(row: RuleTable, theme: str, name: str, line: int, reader: Reader) -> Rule | None:
    try:
        ways = tuple(_way(way) for way in row.ways)
    except PatternError as error:
        reader.report(name, "english.pattern", line=line, field=row.id, what=str(error))
        return None
    pairs = [tuple(part.strip() for part in example.split(ARROW.strip())) for example in row.bad]
    for pair, example in zip(pairs, row.bad, strict=True):
        if len(pair) != 2:
            reader.report(name, "english.no-arrow", line=line, field=row.id, example=example)
            return None
    bad = tuple((pair[0], pair[1]) for pair in pairs)
    return Rule(row.id, theme, row.says.text(), row.why.text(), row.example, ways, bad, row.good, row.spoken)


def _way(written: tuple[str, ...]) -> Way:
    if not written:
        raise PatternError("a way is empty")
    pattern = read_pattern(written[0])
    for mend in written[1:]:
        check_mend(mend, pattern)
    return Way(pattern, written[1:])
