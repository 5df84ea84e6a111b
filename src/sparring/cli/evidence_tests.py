"""How a test suite's evidence looks in the terminal."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Rich

from sparring.cli.console import clean
from sparring.cli.evidence import render
from sparring.core.evidence import FailedTests, MutantRow, Mutants
from sparring.words import Words

MOST_MUTANTS, MOST_TESTS = 10, 4
STYLES = {"+": "green", "-": "red", "@": "dim"}


@render.register
def _(evidence: Mutants, words: Words) -> RenderableType:
    if not evidence.survived:
        return Rich(words("evidence.mutants-all", total=evidence.total), style="dim")
    shown: list[RenderableType] = [_mutant(row, words, in_words=evidence.in_words) for row in evidence.survived[:MOST_MUTANTS]]
    if len(evidence.survived) > MOST_MUTANTS:
        shown.append(Rich(words("evidence.more-mutants", count=len(evidence.survived) - MOST_MUTANTS), style="dim"))
    return Group(*shown)


def _mutant(row: MutantRow, words: Words, *, in_words: bool) -> RenderableType:
    lines: list[RenderableType] = [Rich(f"■ {clean(words.say(row.story))}", style="bold")] if row.story else []
    lines += [Padding(Rich(clean(line), style=STYLES.get(line[:1], "")), (0, 0, 0, 2)) for line in row.diff.splitlines()]
    if not in_words:
        lines.append(Padding(Rich(reached(row, words), style="dim"), (0, 0, 1, 2)))
    return Group(*lines)


def reached(row: MutantRow, words: Words) -> str:
    """Which tests should have seen it."""
    if not row.tests:
        return words("evidence.mutant-unreached")
    names = ", ".join(short(test) for test in row.tests[:MOST_TESTS]) + (" …" if len(row.tests) > MOST_TESTS else "")
    return words("evidence.mutant-passed", count=len(row.tests), tests=clean(names))


def short(test: str) -> str:
    """A test's name without its file; of a whole file, its name."""
    return test.partition("::")[2] or (test if test.endswith(".py") else test.partition(".")[2]) or test


@render.register
def _(evidence: FailedTests, words: Words) -> RenderableType:
    shown: list[RenderableType] = []
    for row in evidence.rows[:MOST_MUTANTS]:
        where = f"  ({words.say(row.implementation)})" if row.implementation else ""
        shown.append(Rich(clean(f"■ {short(row.test)}{where}"), style="bold"))
        shown.append(Padding(Rich(clean(row.text), style="red"), (0, 0, 0, 2)))
    return Group(*shown)
