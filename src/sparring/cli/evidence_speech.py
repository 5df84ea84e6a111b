"""What a figure of how something was told looks like in the terminal."""

from rich.console import Group, RenderableType
from rich.text import Text as Rich

from sparring.cli.console import clean
from sparring.cli.evidence import render
from sparring.core.evidence import Delivery
from sparring.core.speech import Moment
from sparring.language.speech.delivery import source_of, usual
from sparring.report.export import duration
from sparring.words import Words

MOST_MOMENTS = 8


@render.register
def _(evidence: Delivery, words: Words) -> RenderableType:
    decimals = 1 if evidence.value % 1 or evidence.unit == "seconds" else 0
    figure = f"{words.number(evidence.value, decimals)} {words(f'delivery.{evidence.unit}')}"
    within = usual(evidence)
    lines = [Rich(f"{figure} · {words.say(within)}" if within else figure, style="dim")] if within or evidence.unit == "decibels" else []
    if evidence.source:
        lines.append(Rich(words.say(source_of(evidence)), style="dim"))
    if evidence.estimate:
        lines.append(Rich(words("evidence.estimate"), style="dim"))
    if evidence.moments:
        shown = [moment(one, words) for one in evidence.moments[:MOST_MOMENTS]]
        more = len(evidence.moments) - MOST_MOMENTS
        lines.append(Rich(", ".join([*shown, *([words("evidence.more-moments", count=more)] if more > 0 else [])])))
    return Group(*lines)


def moment(one: Moment, words: Words) -> str:
    """When it was, what was said there, and how long it lasted."""
    what = f"“{clean(one.text)}”" if one.text else f"{words.number(one.end - one.start, 1)} s"
    return f"{duration(one.start)} {what}"
