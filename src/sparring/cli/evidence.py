"""One terminal renderer per evidence type."""

from functools import singledispatch

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Rich

from sparring.cli.console import clean
from sparring.core.evidence import (
    BeforeAfter,
    CaseRow,
    Cases,
    Change,
    Compared,
    Correction,
    CostCurve,
    CostProfile,
    CostTable,
    EndRisk,
    Fault,
    Logged,
    Outline,
    Passage,
    Place,
    Places,
    Printed,
    Schedule,
    Shown,
    Spot,
    Workload,
)
from sparring.core.text import Param
from sparring.judge.unavailable import unavailable
from sparring.report.export import duration
from sparring.words import Words

MOST_ROWS = 5
MOST_FUNCTIONS = 15
MARKS = {True: ("●", "green"), False: ("■", "red"), None: ("○", "yellow")}


@singledispatch
def render(evidence: object, words: Words) -> RenderableType:  # noqa: ARG001 - the renderers' signature
    """What evidence looks like in the terminal; TypeError for a type that has no renderer."""
    raise TypeError(f"{type(evidence).__name__} has no terminal renderer")


@render.register
def _(evidence: Cases, words: Words) -> RenderableType:
    failed = [row for row in evidence.rows if row.status != "passed"]
    if not failed:
        names = [case_name(row, words).rstrip(".") for row in evidence.rows[:MOST_ROWS]]
        more = ["…"] if len(evidence.rows) > MOST_ROWS else []
        return Rich(f"{len(evidence.rows)}/{len(evidence.rows)}: {', '.join([*names, *more])}", style="dim")
    shown: list[RenderableType] = [_case(row, words) for row in failed[:MOST_ROWS]]
    if len(failed) > MOST_ROWS:
        shown.append(Rich(words("evidence.more-cases", count=len(failed) - MOST_ROWS), style="dim"))
    return Group(*shown)


def _case(row: CaseRow, words: Words) -> RenderableType:
    from rich.syntax import Syntax  # loads every lexer's style: only where code is shown

    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_row("■", Rich(case_name(row, words), style="bold"))
    if row.input:
        table.add_row(words("evidence.input"), Syntax(clean(row.input), "python", background_color="default", word_wrap=True))
    if row.expected:
        table.add_row(words("evidence.expected"), Rich(clean(row.expected), style="green"))
    if row.remark:
        table.add_row("", Rich(clean(words.say(row.remark))))
    table.add_row(words("evidence.got"), Rich(clean(got(row, words)), style="red"))
    for name, text in ((words("evidence.where"), " → ".join(row.trace)), (words("evidence.output"), row.output)):
        if text:
            table.add_row(name, Rich(clean(text)))
    if row.leaked:
        table.add_row("", Rich(words("evidence.leaked"), style="yellow"))
    return table


def case_name(row: CaseRow, words: Words) -> str:
    """What a case is there for, in the candidate's language; its name where nobody said."""
    return clean(words.say(row.why)) if row.why else row.name.replace("_", " ")


def got(row: CaseRow, words: Words) -> str:
    """What came out of a case; that no exception came is said where one was expected, a limit that stopped it in words."""
    stopped = f"evidence.stopped-{row.status}"
    if row.got.partition(":")[0] == row.status and words.has(stopped):
        return words(stopped)
    if name := unavailable(row.got):
        return f"{row.got}\n{words('evidence.unavailable', name=name)}"
    return ", ".join(part for part in (row.got, words("evidence.no-exception") if row.raised_nothing else "") if part)


@render.register
def _(evidence: CostCurve, words: Words) -> RenderableType:
    from sparring.judge.growth import exceeds

    table = Table(box=None, pad_edge=False, padding=(0, 2))
    columns = ["n", words(f"evidence.yours-{evidence.unit}"), *([words("evidence.reference")] if evidence.reference else [])]
    for name in columns:
        table.add_column(name, justify="right", header_style="dim")
    table.add_column()
    most = max((*evidence.costs, *evidence.reference, 1))
    style = "red" if exceeds(evidence.measured, evidence.declared) else "green"
    for index, (size, cost) in enumerate(zip(evidence.sizes, evidence.costs, strict=True)):
        theirs = [words.number(evidence.reference[index])] if evidence.reference else []
        table.add_row(words.number(size), words.number(cost), *theirs, Rich("█" * max(1, round(24 * cost / most)), style=style))
    return table


@render.register
def _(evidence: Passage, words: Words) -> RenderableType:
    lines: list[RenderableType] = []
    if evidence.sought:
        lines.append(Rich.assemble((f"{words('evidence.sought')} ", "dim"), words.say(evidence.sought)))
    for span in evidence.spans:
        lines.append(Rich(f"“{clean(evidence.text[span.start : span.end])}”", style="italic"))
        if span.note:
            lines.append(Rich(words.say(span.note)))
    return Group(*lines)  # where nothing is marked the whole answer would be said again with every point


@render.register
def _(evidence: Correction, words: Words) -> RenderableType:
    lines: list[RenderableType] = [Rich.assemble((f"“{clean(evidence.marked.strip())}”", "red strike"), *_mends(evidence, words))]
    if evidence.why:
        lines.append(Rich(words.say(evidence.why)))
    if evidence.example:
        lines.append(Rich(f"→ {evidence.example}", style="italic"))
    return Group(*lines)


def _mends(evidence: Correction, words: Words) -> list[str | tuple[str, str]]:
    """What should stand instead, in words where that is nothing."""
    shown: list[str | tuple[str, str]] = []
    for mend in evidence.replacements:
        shown += ["  → " if not shown else " / ", (f"“{clean(mend.strip())}”" if mend.strip() else words("evidence.leave-out"), "green")]
    return shown


PARTS = {"situation": "cyan", "task": "magenta", "action": "green", "result": "yellow", "reflection": "blue", "": "dim"}
"""The colour of each part of a story; its word stands beside it."""


@render.register
def _(evidence: Outline, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column()
    for row in evidence.rows:
        style = PARTS[row.part]
        table.add_row(
            Rich(words(f"story.{row.part or 'none'}"), style=f"bold {style}"),
            Rich(clean(evidence.text[row.start : row.end].strip()), style=style),
        )
    return table


@render.register
def _(evidence: Printed, words: Words) -> RenderableType:
    expected, got = evidence.expected.splitlines(), evidence.got.splitlines()
    if evidence.differs and not evidence.whole:
        there = got[evidence.differs - 1] if evidence.differs <= len(got) else "—"
        shown: RenderableType = Rich.assemble(
            (f"{words('evidence.you-said-there', line=evidence.differs)}  ", "dim"), (clean(there), "red")
        )
    else:
        shown = _both(expected, got, evidence.differs, evidence.asks, words)
    if evidence.differs == 0 or not evidence.deciding_line:
        return shown
    line = evidence.source.splitlines()[evidence.deciding_line - 1].strip()
    return Group(shown, Rich(words("evidence.deciding", line=evidence.deciding_line, source=line), style="dim"))


def _both(expected: list[str], got: list[str], differs: int, asks: str, words: Words) -> Table:
    """What is printed beside what was predicted, line by line."""
    table = Table(box=None, pad_edge=False, padding=(0, 3))
    table.add_column(words("evidence.it-prints" if asks == "output" else "evidence.expected"), header_style="dim")
    table.add_column(words("evidence.you-said"), header_style="dim")
    for index in range(max(len(expected), len(got))):
        style = "red" if index + 1 == differs else ""
        want, have = (lines[index] if index < len(lines) else "—" for lines in (expected, got))
        table.add_row(clean(want), Rich(clean(have), style=style))
    return table


@render.register
def _(evidence: Shown, words: Words) -> RenderableType:
    from rich.syntax import Syntax  # loads every lexer's style: only where code is shown

    lines: list[RenderableType] = [Rich(words.say(evidence.task))]
    if not evidence.source:
        return Group(*lines, Rich(words("evidence.show-how"), style="dim"))
    marked = {evidence.line} if evidence.line else None
    lines.append(
        Syntax(clean(evidence.source), "python", background_color="default", word_wrap=True, line_numbers=True, highlight_lines=marked)
    )
    if evidence.output:
        lines.append(Rich.assemble((f"{words('evidence.output')}  ", "dim"), clean(evidence.output.rstrip())))
    if evidence.trouble:
        lines.append(Rich(clean(evidence.trouble), style="red"))
    return Group(*lines)


@render.register
def _(evidence: Place, words: Words) -> RenderableType:
    where = words("evidence.place", file=evidence.file, line=evidence.line) if evidence.line else evidence.file
    return Rich(clean(f"{where}: {words.of_python(evidence.what)}" if evidence.what else where), style="dim")


@render.register
def _(evidence: Places, words: Words) -> RenderableType:
    lines: list[RenderableType] = []
    for row in evidence.rows:
        where = f"{row.file}:{row.line}" if row.line else row.file
        lines.append(Rich.assemble((clean(where).replace("\n", "\\n"), "bold dim"), "  ", clean(row.what)))
        if row.excerpt:
            lines.append(Padding(Rich(clean(row.excerpt), style="italic", no_wrap=True, overflow="ellipsis"), (0, 0, 0, 3)))
    if evidence.more:
        lines.append(Rich(words("evidence.more-places", count=evidence.more), style="dim"))
    return Group(*lines)


@render.register
def _(evidence: Logged, words: Words) -> RenderableType:
    return Rich(", ".join(f"{words(f'log.{name}')} {_counted(name, value, words)}" for name, value in evidence.counts.items()), style="dim")


def _counted(name: str, value: Param, words: Words) -> str:
    return duration(float(value)) if name == "seconds" else words.say_number(value)


@render.register
def _(evidence: Fault, words: Words) -> RenderableType:  # noqa: ARG001 - a fault is told as it is
    return Rich(clean(evidence.what), style="dim")


@render.register
def _(evidence: Schedule, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    for name in ("person", "task", "from", "until"):
        table.add_column(words(f"evidence.{name}"), justify="right" if name in ("from", "until") else "left")
    for bar in evidence.bars:
        style = "red" if bar.marked else ""
        cells = (clean(bar.person), clean(words.say(bar.task)), words.number(bar.begin, 1), words.number(bar.end, 1))
        table.add_row(*(Rich(cell, style=style) for cell in cells))
    said = Rich(words("evidence.schedule-days", days=evidence.days, best=evidence.best, due=evidence.due), style="dim")
    remedy = [Rich(f"→ {words.say(evidence.remedy)}")] if evidence.remedy else []
    return Group(*remedy, said) if evidence.remedy else Group(table, said)


@render.register
def _(evidence: Workload, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), show_header=False)
    for row in evidence.rows:
        bar = "█" * round(20 * min(row.hours / row.has, 1.5)) if row.has else ""
        table.add_row(clean(row.person), words("evidence.work-row", hours=row.hours, has=row.has), Rich(bar, style="green"))
    return table


@render.register
def _(evidence: EndRisk, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    table.add_column(words("evidence.risk-runs"), justify="right")
    table.add_column(words("evidence.risk-day"), justify="right")
    for share, day in list(zip(evidence.shares, evidence.days, strict=True))[3::4]:
        table.add_row(
            f"{round(share * 100)} %", Rich(words.number(day, 1), style="red" if evidence.due and day > evidence.due else "green")
        )
    drivers = ", ".join(clean(words.say(driver)) for driver in evidence.drivers)
    return Group(table, Rich(words("evidence.risk-drivers", drivers=drivers), style="dim")) if drivers else table


@render.register
def _(evidence: Change, words: Words) -> RenderableType:
    styles = {"+": "green", "-": "red", "@": "dim"}
    said = words("evidence.changed", added=evidence.added, removed=evidence.removed)
    if evidence.usual:
        said = f"{said} {words('evidence.change-usual', usual=evidence.usual)}"
    lines = [Rich(clean("⋯" if line.startswith("@") else line), style=styles.get(line[:1], "")) for line in evidence.lines]
    return Group(Rich(said, style="dim"), *lines)


@render.register
def _(evidence: BeforeAfter, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    table.add_column("")
    for name in ("before", "after", "aim"):
        table.add_column(words(f"evidence.{name}"), justify="right")
    for row in evidence.rows:
        style = "green" if row.after < row.before else "red" if row.after > row.before else ""
        cells = (
            words(f"structure.{row.name}"),
            words.number(row.before),
            Rich(words.number(row.after), style=style),
            words.number(row.aim),
        )
        table.add_row(*cells)
    spots = [
        Rich.assemble((f"{words(f'evidence.{name}')}  ", "dim"), "; ".join(spot_words(spot, words) for spot in found))
        for name, found in (("before", evidence.before), ("after", evidence.after))
        if found
    ]
    return Group(table, *spots)


def spot_words(spot: Spot, words: Words) -> str:
    """A place and what is there, in words."""
    if spot.first:
        return words("structure.repeats", line=spot.line, first=spot.first, count=spot.value)
    return words(
        "structure.spot", line=spot.line, function=clean(spot.function), measure=words(f"structure.{spot.measure}"), value=spot.value
    )


@render.register
def _(evidence: Compared, words: Words) -> RenderableType:
    said = [Rich(words("evidence.compared", count=evidence.inputs, raised=evidence.raised))]
    if evidence.declared:
        said.append(Rich(words("evidence.compared-declared", count=evidence.declared)))
    said += [Rich(clean(f"{row.input} → {row.expected}"), style="dim", no_wrap=True, overflow="ellipsis") for row in evidence.examples]
    return Group(*said)


@render.register
def _(evidence: CostTable, words: Words) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    table.add_column(words("evidence.solutions-at", size=evidence.size))
    has_memory = any(row.peak_bytes is not None for row in evidence.rows)
    for name in ("instructions", *(["peak"] if has_memory else [])):
        table.add_column(words(f"evidence.cost-{name}"), justify="right")
    table.add_column("")
    most = max((row.instructions for row in evidence.rows), default=1) or 1
    for row in evidence.rows:
        cost = words.number(row.instructions) if row.instructions else _stopped(row.why, words)
        peak = [words.number(row.peak_bytes) if row.peak_bytes is not None else "—"] if has_memory else []
        bar = "█" * max(1, round(20 * row.instructions / most)) if row.instructions else ""
        table.add_row(
            Rich(clean(words.say(row.who)), style="bold" if row.own else ""), cost, *peak, Rich(bar, style="green" if row.own else "dim")
        )
    return table


def _stopped(why: str, words: Words) -> str:
    known = f"evidence.stopped-{why}"
    return words(known) if words.has(known) else why or "—"


from sparring.cli import evidence_runs, evidence_speech, evidence_tests  # noqa: E402, F401 - they register their renderers


@render.register
def _(evidence: CostProfile, words: Words) -> RenderableType:
    from sparring.judge.profile import percent, profile_lines

    lines = Table(box=None, pad_edge=False, padding=(0, 1), header_style="dim", expand=True)
    functions = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    heads = [words(f"evidence.profile-{name}") for name in ("line", "runs", "share", "own", "total", "held")]
    rows = []
    for line in evidence.lines:
        held = words.number(line.bytes) if line.bytes else ""
        rows.append(
            (str(line.line), words.number(line.hits), percent(line.own, evidence.cost), *map(words.number, (line.own, line.total)), held)
        )
    for head, cells in zip(heads, zip(*rows, strict=True) if rows else ((),) * len(heads), strict=True):
        # a narrow terminal cuts the code, never the figures
        lines.add_column(head, justify="right", no_wrap=True, width=max(map(len, (head, *cells))))
    lines.add_column("", no_wrap=True, overflow="ellipsis", ratio=1)
    dearest = max((line.own for line in evidence.lines), default=0)
    for line, (number, *figures, held) in zip(evidence.lines, rows, strict=True):
        style = "red" if line.own == dearest else ""
        lines.add_row(number, *(Rich(figure, style=style) for figure in figures), held, Rich(clean(line.source), style=style))
    for name in ("calls", "own", "total", "function"):
        functions.add_column(
            words(f"evidence.profile-{name}"), justify="left" if name == "function" else "right", no_wrap=name != "function"
        )
    for each in evidence.functions[:MOST_FUNCTIONS]:
        calls = words.number(each.calls) if each.calls == each.primitive else f"{words.number(each.calls)}/{words.number(each.primitive)}"
        name = f"{each.place}({each.name})" if each.place else f"{{{each.name}}}"
        functions.add_row(calls, words.number(each.own), words.number(each.total), Rich(clean(name)))
    return Group(*(Rich(words.say(message)) for message in profile_lines(evidence)), Rich(), lines, Rich(), functions)
