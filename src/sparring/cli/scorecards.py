"""A scorecard in the terminal: one thing to do, then the dimensions that were observed, then the rest in a line."""

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Rich

from sparring.cli.console import clean, escape
from sparring.cli.evidence import MARKS
from sparring.core.exercise import short_id
from sparring.report.export import action_sentence, duration, finding_sentence, level_words, source
from sparring.report.scorecard import DimensionScore, Scorecard
from sparring.words import Words


def render(card: Scorecard, words: Words) -> RenderableType:
    """The whole scorecard."""
    head = Rich.assemble((words("report.title"), "bold"), (f"  {words.say(card.title)} · {duration(card.seconds)}", "dim"))
    said = Rich.assemble((f"{words('report.one-thing')} ", "bold"), action_sentence(card, words))
    if card.next_action:
        said.append(f"\n{words('report.command', id=short_id(card.next_action.exercise))}", "dim")
    action = Panel(said, style="green", expand=False)
    parts: list[RenderableType] = [Rich(), head]
    if not card.finished:
        parts.append(Rich(words("report.unfinished"), style="yellow"))
    parts += [action, _dimensions(card, words), _rounds(card, words)]
    if card.not_observed:
        missing = ", ".join(words(f"dimension.{dimension}") for dimension in card.not_observed)
        parts.append(Rich(f"\n{words('report.not-observed')}: {missing}.", style="dim"))
    parts.append(Rich(words("report.noisy"), style="dim"))
    return Group(*parts)


def _dimensions(card: Scorecard, words: Words) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for score in card.dimensions:
        table.add_row(Rich(words(f"dimension.{score.dimension}"), style="bold"), _bar(score), level_words(score, words))
        for line in score.lines:
            mark, style = MARKS[line.finding.ok]
            level = f"  {words('report.finding-level', level=line.finding.level)}" if line.finding.level else ""
            sentence = Rich.assemble(
                (f"{mark} ", style), finding_sentence(line, words), (level, "bold"), (f"  {source(line, words)}", "dim")
            )
            table.add_row("", "", sentence)
    return table


def _bar(score: DimensionScore) -> Rich:
    level = score.level or 0
    return Rich.assemble(("▬" * level, "green"), ("▬" * (4 - level), "dim"))


def _rounds(card: Scorecard, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    for column in ("round", "exercise", "time", "hints", "outcome"):
        table.add_column(words(f"report.column-{column}"))
    for number, part in enumerate(card.rounds, 1):
        outcome = words(part.ended)
        time = f"{duration(part.seconds)} / {part.minutes}:00"
        table.add_row(str(number), escape(clean(part.title.to(words.language))), time, str(part.hints), outcome)
    return table
