"""The words and small forms that every template uses."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from sparring.catalog import locale_folders
from sparring.core.evidence import CaseRow, Passage
from sparring.core.exercise import Exercise, short_id
from sparring.core.text import Language, Param, Saying, Text
from sparring.judge.growth import classes
from sparring.judge.unavailable import unavailable
from sparring.planning import lines
from sparring.report.export import duration, mean_words, quoted
from sparring.report.scorecard import DimensionScore
from sparring.web import assets, written
from sparring.web.marks import mark_of
from sparring.words import Words, words

register = template.Library()
register.filter("quoted", quoted)


@register.simple_tag(takes_context=True)
def say(context: Context, message_id: str, **params: Param) -> str:
    """A sentence of the program in the page's language."""
    speaking: Words = context["words"]
    return speaking(message_id, **params)


@register.simple_tag(takes_context=True)
def case_name(context: Context, row: CaseRow) -> SafeString:
    """What a case is there for, in the page's language; its name where nobody said."""
    speaking: Words = context["words"]
    return written.sentence(speaking.say(row.why) if row.why else row.name.replace("_", " "))


@register.simple_tag(takes_context=True)
def case_got(context: Context, row: CaseRow) -> str:
    """What came out of a case; a limit that stopped it in words."""
    speaking: Words = context["words"]
    stopped = f"web.status.{row.status}"
    if row.got.partition(":")[0] == row.status and speaking.has(stopped):
        return speaking(stopped)
    text = Truncator(row.got).chars(300) or "—"
    name = unavailable(row.got)
    return f"{text}\n{speaking('web.evidence.unavailable', name=name)}" if name else text


@register.simple_tag(takes_context=True)
def levels(context: Context, score: DimensionScore) -> str:
    """The levels that a dimension's level is the mean of."""
    return mean_words(score, context["words"])


@register.filter
def partly_levelled(score: DimensionScore) -> bool:
    """Whether a level stands there beside points of an explanation, which support none: it is said where the level comes from."""
    unlevelled = any(isinstance(line.finding.evidence, Passage) and line.finding.level is None for line in score.lines)
    return score.level is not None and unlevelled


@register.simple_tag(takes_context=True)
def known(context: Context, prefix: str, name: str) -> str:
    """`PREFIX.NAME` in words if somebody put it into words, else the name itself: a third party's kind has none."""
    speaking: Words = context["words"]
    return speaking(f"{prefix}.{name}") if speaking.has(f"{prefix}.{name}") else name


@register.filter
def took(milliseconds: float, language: Language) -> str:
    """How long something took."""
    return words(language).took(milliseconds)


@register.filter
def of_python(said: str, language: Language) -> str:
    """What CPython's parser says, in words of the page's language where there are any."""
    return words(language).of_python(said)


@register.filter
def told(saying: Saying, language: Language) -> SafeString:
    """A message or a pack's text in the page's language, `code` in it shown as such."""
    return written.sentence(words(language, locale_folders()).say(saying))


@register.simple_tag(takes_context=True)
def case_remark(context: Context, row: CaseRow) -> str:
    """What the exercise's checker says of a result, in the language that it is said in."""
    speaking: Words = context["words"]
    if row.remark is None:
        return ""
    said_in = written.language_of(row.remark, speaking.language) if isinstance(row.remark, Text) else speaking.language
    return format_html('<p lang="{}">{}</p>', said_in, speaking.say(row.remark))


@register.filter
def to(text: Text, language: Language) -> str:
    """A pack's text in a language."""
    return text.to(language)


@register.filter
def tongue(text: Text, language: Language) -> str:
    """The language that the text is really in."""
    return written.language_of(text, language)


@register.filter
def md(text: str) -> SafeString:
    """Markdown."""
    return written.markdown(text)


@register.filter
def card_md(text: str, media: Mapping[str, str]) -> SafeString:
    """Markdown of an own card, with its pictures."""
    return written.card(text, media)


@register.filter
def sentence(text: str) -> SafeString:
    """A sentence of the program: `code` in it, no other markup."""
    return written.sentence(text)


@register.filter
def inline(text: str) -> SafeString:
    """A sentence with `code` in it."""
    return written.inline(text)


@register.filter
def python(source: str) -> SafeString:
    """Python with its colours."""
    return mark_safe(written.colours(source))  # noqa: S308 - Pygments escapes


@register.simple_tag
def source(text: str, hit: int = 0, note: int = 0, python: bool = True) -> SafeString:
    """A source by numbered lines, at most one of each sort marked."""
    return written.lines(text, (hit,), (note,), python=python)


@register.filter
def number(value: Param, language: Language) -> str:
    """A number as the language writes it."""
    return words(language).say_number(value)


@register.filter
def growth(name: str) -> str:
    """A growth class as written by hand; a question mark where the measurement could not tell."""
    return "?" if name == classes.UNDECIDED else classes.written(name)


@register.filter
def clock(seconds: float) -> str:
    """Minutes and seconds."""
    return duration(seconds)


@register.filter
def left_of(seconds: float, limit: float) -> str:
    """What is left of the minutes and seconds, as the clock writes it; below zero once they are over."""
    left = int(limit) - int(seconds)
    return f"{'−' if left < 0 else ''}{duration(abs(left))}"


def _written(moment: datetime, form: str, language: Language) -> str:
    """A moment in this machine's time zone and the language's own spelling: Italian writes days and months small."""
    text = date_format(moment.astimezone().replace(tzinfo=None), form)
    return text.lower() if language == "it" else text


@register.filter
def day(moment: datetime, language: Language) -> str:
    """`Monday 23 November`."""
    text = _written(moment, "l j F", language)
    return text[:1].upper() + text[1:]


@register.filter
def moment(moment: datetime, language: Language) -> str:
    """`23 November 2026, 03:26`."""
    return _written(moment, "j F Y, H:i", language)


@register.filter
def date_of(moment: datetime, language: Language) -> str:
    """`23 November 2026`."""
    return _written(moment, "j F Y", language)


@register.filter
def brief(moment: datetime, language: Language) -> str:
    """`23 Nov`."""
    return _written(moment, "j M", language)


@register.filter
def short(name: str) -> str:
    """An exercise's shortest name."""
    return short_id(name)


@register.filter
def spaced(name: str) -> str:
    """A case's name as words."""
    return name.replace("_", " ")


@register.filter
def at(items: Sequence[Any], index: int) -> Any:
    """An item by its number."""
    return items[index]


@register.simple_tag
def asset(name: str) -> str:
    """The address of a static file."""
    return assets.address(name)


@register.filter
def topic(titles: dict[str, Text], name: str) -> Text:
    """A topic's title by its id; the id where nobody named it."""
    return titles.get(name, Text(name))


@register.filter
def mark(outcome: str) -> str:
    """The sign of an outcome."""
    return mark_of(outcome)


@register.filter
def slug(name: str) -> str:
    """An exercise's id as an element's."""
    return short_id(name).replace(":", "-")


@register.filter
def pt(value: float) -> str:
    """A coordinate, with a point whatever the language."""
    return f"{value:g}"


@register.filter
def typed(value: float, language: str) -> str:
    """A number in a field, with the separator that the language writes."""
    return f"{value:g}".replace(".", ",") if language == "it" else f"{value:g}"


@register.filter
def boarded(exercise: Exercise[Any]) -> bool:
    """Whether the exercise has a plan in it: it is checked, there are no examples to pass."""
    return any(slot.board for slot in exercise.slots)


@register.filter
def placements(text: str) -> dict[str, tuple[str, float]]:
    """Person and day by task, of a plan's lines."""
    return lines.placements(text)


@register.filter
def percent(value: float, language: Language) -> str:
    """A share as a percentage, as the language writes it."""
    return f"{value * 100:.0f}%" if language == "en" else f"{value * 100:.0f} %"


@register.filter
def weekday(day: date) -> str:
    """`Mon`."""
    return date_format(day, "D")


FAR_DAYS = 300
"""So many days away a day and a month alone would be read as the next of that name."""


@register.filter
def brief_day(day: date, language: Language) -> str:
    """`1 Dec`, for a date."""
    text = date_format(day, "j M")
    return text.lower() if language == "it" else text


@register.filter
def in_sentence(day: date, language: Language) -> str:
    """`Monday 23 November` within a sentence: Italian writes it small. With its year where it is far away."""
    far = abs((day - datetime.now().astimezone().date()).days) > FAR_DAYS
    text = date_format(day, "l j F Y" if far else "l j F")
    return text.lower() if language == "it" else text


@register.filter(name="round")
def rounded(value: float) -> int:
    """A number of minutes, at least one."""
    return max(1, round(value))


@register.filter
def day_of(day: date, language: Language) -> str:
    """`Monday 23 November`, for a date."""
    text = date_format(day, "l j F")
    return text[:1].upper() + (text[1:].lower() if language == "it" else text[1:])


@register.filter
def field(form: Mapping[str, str], name: str) -> str:
    """What a form holds under a name that is no Python name."""
    return form.get(name, "") if form else ""


@register.simple_tag(takes_context=True)
def say_code(context: Context, message_id: str) -> SafeString:
    """A sentence of the program with `code` in it."""
    speaking: Words = context["words"]
    return written.sentence(speaking(message_id))


@register.filter
def titles(texts: Sequence[Text], language: Language) -> str:
    """Texts in a row."""
    return ", ".join(text.to(language) for text in texts)


@register.filter
def lack(share: int) -> int:
    """What is missing to a hundred."""
    return 100 - share


@register.filter
def at_key(found: Mapping[str, Any], key: str) -> Any:
    """A value by its key; None where there is none."""
    return found.get(key)
