"""A verdict in the terminal: one sentence, the findings with their evidence open, what an interviewer would ask now."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text as Rich

from sparring.cli.console import clean, err, escape, out, print_json
from sparring.cli.evidence import MARKS, render
from sparring.core.evidence import Passage, Place, Printed, Schedule
from sparring.core.exercise import Exercise, Section, short_id
from sparring.core.text import Language, Text
from sparring.core.verdict import Finding, exit_code
from sparring.kinds.kind import Asked
from sparring.usecases import present
from sparring.usecases.leading import in_short, led
from sparring.usecases.practice import Graded, Tell
from sparring.words import Words
from sparring.words.findings import finding_title, says_what_was_sought

MOST_QUOTED = 60
STYLES = {
    "correct": "bold green",
    "partial": "bold yellow",
    "incorrect": "bold red",
    "unreadable": "bold yellow",
    "ungraded": "bold magenta",
}


def tell(result: Graded, words: Words, *, as_json: bool) -> int:
    """Say how an answer that was handed in was judged; the exit code to end with."""
    if as_json:
        print_json(present.graded(result, words))
        if result.not_stored:
            err.print(escape(words("cli.not-stored", why=words.say(result.not_stored))))
    else:
        out.print(verdict(result, words))
        if result.follow_ups:
            out.print(follow_ups(result.follow_ups, words, words.language))
    return exit_code(result.verdict)


def early(words: Words) -> Tell:
    """What takes the findings that stand already: the last one is told at a terminal, where somebody waits for the rest."""

    def told(found: tuple[Finding, ...]) -> None:
        if found and err.is_terminal:
            err.print(escape(f"{words.say(found[-1].message)} {words('cli.measuring')}"), style="dim")

    return told


def verdict(result: Graded, words: Words) -> RenderableType:
    """The whole verdict."""
    return Group(head(result, words), Rich(), findings(result.verdict.findings, words), *_lab(result, words))


def _lab(result: Graded, words: Words) -> list[RenderableType]:
    """The command that shows the deciding step of what was predicted, once nothing is left to guess."""
    shown = [one.evidence for one in result.verdict.findings if isinstance(one.evidence, Printed) and one.evidence.whole]
    if not shown or not shown[0].deciding_line:
        return []
    return [_lab_at(result.exercise.id, shown[0].deciding_line, shown[0].time, words)]


def _lab_at(exercise: str, line: int, time: int, words: Words) -> RenderableType:
    at = (f" --line {line}" if line else "") + (f" --time {time}" if line and time > 1 else "")
    return Rich.assemble((f"{words('lab.answer')}: ", "dim"), f"sparring lab {short_id(exercise)}{at}")


def walk(exercise: Exercise[object], told: Graded | None, words: Words) -> list[RenderableType]:
    """The command that shows the deciding step of a `predict` that was given up; nothing for other kinds, and where the verdict has it."""
    from sparring.usecases.lab.recordings import decided

    found = None if told and _lab(told, words) else decided(exercise)
    return [_lab_at(exercise.id, found[1], found[2], words)] if found else []


def head(result: Graded, words: Words) -> RenderableType:
    """The verdict in a sentence, without what was found: what an interviewer would let one see before asking on."""
    value = result.verdict
    facts = [] if result.run and value.counts else [words(f"outcome.{value.word}")]
    if value.counts and not result.run:
        facts.append(words("cli.score", score=value.score))
    if value.cost:
        facts.append(words("cli.instructions", count=value.cost.instructions))
    facts.append(words.took(result.wall_ms))
    line = Rich.assemble((words.say(value.summary), STYLES[value.outcome]), ("  " + " · ".join(facts), "dim"))
    parts: list[RenderableType] = [Rule(style="dim"), line]
    if result.not_stored:
        parts.append(Rich(words("cli.not-stored", why=words.say(result.not_stored)), style="yellow"))
    return Group(*parts)


def asked(found: Asked, words: Words) -> RenderableType:
    """What a stepped exercise asks now."""
    if found.now >= found.total:
        return Rich(words("workspace.asked-all", total=found.total), style="bold")
    text = found.texts[found.now][0].to(words.language).replace("`", "")
    return Rich(clean(words("workspace.asked", number=found.now + 1, total=found.total, text=text)), style="bold")


def findings(found: Sequence[Finding], words: Words) -> RenderableType:
    """All that was found. A schedule that stands above already is not drawn again; what a long verdict tells in short stands last, a line each."""
    short = in_short(found)
    told = [found[number] for number in led(found) if number not in short]
    drawn = [item.evidence if isinstance(item.evidence, Schedule) else None for item in told]
    whole = [
        finding(item, words, again=one is not None and one in drawn[:at]) for at, (item, one) in enumerate(zip(told, drawn, strict=True))
    ]
    return Group(*whole, *(_in_short(item, words) for number, item in enumerate(found) if number in short))


def _in_short(item: Finding, words: Words) -> Rich:
    """A finding on a line, with the words that it was read from."""
    line = _line(item, words)
    if isinstance(item.evidence, Passage) and item.evidence.spans:
        span = item.evidence.spans[0]
        line.append(f" “{clean(shorten(item.evidence.text[span.start : span.end], MOST_QUOTED, placeholder=' …'))}”", style="italic")
    return line


def _line(item: Finding, words: Words) -> Rich:
    """A finding without its evidence."""
    unread = item.criterion == "readable" and not (isinstance(item.evidence, Place) and item.evidence.line)
    mark, style = MARKS[None if unread else item.ok]  # nothing was read, so nothing is wrong
    return Rich.assemble((f"{mark} ", style), (f"{finding_title(item, words)}  ", "bold"), words.say(item.message))


def finding(item: Finding, words: Words, *, again: bool = False) -> RenderableType:
    """A finding with its evidence. `again`: its schedule is drawn above already; the title says what was looked for."""
    line, title, evidence = _line(item, words), finding_title(item, words), item.evidence
    if again:
        return Padding(line, (0, 0, 1, 0))
    if isinstance(evidence, Passage) and says_what_was_sought(title, item, words):
        evidence = replace(evidence, sought=None)
    return Group(line, Padding(render(evidence, words), (0, 0, 1, 4)))


def follow_ups(texts: Sequence[Text], words: Words, language: Language) -> RenderableType:
    """What an interviewer would ask now."""
    lines = [Rich(words("cli.interviewer-asks"), style="bold")]
    lines += [Rich(f"{number}. {text.to(language)}") for number, text in enumerate(texts, 1)]
    return Group(*lines)


def reveal(exercise: Exercise[object], words: Words, language: Language) -> RenderableType:
    """What is shown after the verdict."""
    proof = any(section.title.id == "explain.proof" for section in exercise.reveal)
    command = [Rich.assemble((f"{words('lab.proof')}: ", "dim"), f"sparring lab {short_id(exercise.id)}")] if proof else []
    return Group(*(part for section in exercise.reveal for part in _section(section, words, language)), *command)


def _section(section: Section, words: Words, language: Language) -> list[RenderableType]:
    from rich.markdown import Markdown  # takes longer to load than most answers to judge
    from rich.syntax import Syntax

    body = clean(section.body.to(language))
    shown = Syntax(body, "python", background_color="default") if section.is_code else Markdown(body)
    return [Rich(words.say(section.title), style="bold"), Padding(shown, (0, 0, 1, 2))]
