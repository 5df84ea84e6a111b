"""How a session looks in the terminal: a line of signs for each requirement, then every run with what it was."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Rich

from sparring.cli.console import clean
from sparring.cli.evidence import render
from sparring.core.evidence import RunRow, RunTimeline
from sparring.report.export import duration
from sparring.words import Words

SIGNS = {
    "red": ("■", "red"),
    "stray": ("×", "magenta"),
    "green": ("●", "green"),
    "ahead": ("◉", "yellow"),
    "unseen": ("○", "yellow"),
    "refactor": ("◆", "cyan"),
    "tidy": ("◇", "cyan"),
    "left": ("–", "dim"),
}
"""Each phase has a sign of its own, so that colours are not needed."""
MOST_ROWS = 12
"""So many runs are told in words, the last ones; the others by their signs."""


@render.register
def _(evidence: RunTimeline, words: Words) -> RenderableType:
    line = Rich()
    for number in range(1, len(evidence.requirements) + 1):
        line.append(f"{number} ", style="dim")
        for row in evidence.rows:
            if row.requirement == number:
                line.append(*SIGNS[row.phase])
                line.append(" ")
        line.append(" ")
    used = [phase for phase in SIGNS if any(row.phase == phase for row in evidence.rows)]
    legend = Rich("   ".join(f"{SIGNS[phase][0]} {words(f'run-phase.{phase}')}" for phase in used), style="dim")
    return Group(line, legend, _table(evidence, words))


def _table(evidence: RunTimeline, words: Words) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for style in ("dim", "dim", "", ""):
        table.add_column(style=style, no_wrap=style == "dim")
    for row in evidence.rows[-MOST_ROWS:]:
        sign, style = SIGNS[row.phase]
        table.add_row(str(row.number), _when(row), Rich(sign, style=style), Rich(clean(words.say(row.note))))
    return table


def _when(row: RunRow) -> str:
    return duration(row.seconds) if row.seconds >= 0 else ""
