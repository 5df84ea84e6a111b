"""The session in the terminal: a card, its answer, the candidate's word on it; the plan as text."""

from sparring.cli.console import clean, escape, out
from sparring.cli.table import Paused, Table
from sparring.core.exercise import short_id
from sparring.mastery.memory import Grade
from sparring.session.study import Step
from sparring.usecases.app import App
from sparring.usecases.study import cards, present
from sparring.usecases.study.days import MOCK
from sparring.usecases.study.items import CARD_KINDS, OWN
from sparring.usecases.study.plan import Plan
from sparring.usecases.study.readiness import Readiness
from sparring.usecases.study.today import Session, answered, is_told_apart, previews, session, skipped
from sparring.words import Words

KEYS = {"1": Grade.AGAIN, "2": Grade.HARD, "3": Grade.GOOD, "4": Grade.EASY}


def show_session(app: App, found: Session, ready: Readiness | None, days: int | None, words: Words) -> None:
    """The day's steps with what is done; with a date ahead, the days left and the forecast."""
    if ready and days is not None:
        out.print(escape(f"{words('study.days-left', count=days)} · {forecast(ready, words)}"))
    out.print(f"[bold]{escape(words('study.session', minutes=found.minutes))}[/]")
    for step in found.steps:
        became = found.mark(step.item)
        mark = {"done": "[green]●[/]", "missed": "●"}.get(became, "○")
        title = escape(clean(present.title_of(app, step.item).to(words.language)))
        what = escape(words(f"study.what.{step.what}") + (f" · {words('web.study.left-mark')}" if became == "left" else ""))
        out.print(f"{mark} {title}  [dim]{what} · {step.minutes:g}′ · {escape(short_id(step.item))}[/]")
    if not found.steps:
        out.print(escape(words("study.nothing-due")))
    elif not found.left:
        out.print(escape(words("study.all-done")))
    else:
        out.print(f"[dim]{escape(words('study.how'))}[/]")


def play(app: App, words: Words) -> None:
    """Go through what is left of today's session; Ctrl-C or the end of input stops it, and nothing is lost."""
    table = Table(words)
    found = session(app)
    if not found.left:
        show_session(app, found, None, None, words)
        return
    try:
        for step in found.left:
            if _is_card(app, step.item):
                _card(app, table, step)
            elif step.item == MOCK:
                table.say("study.open-mock")
            else:
                title = present.title_of(app, step.item).to(words.language)
                table.say("study.open-exercise", title=title, id=short_id(step.item))
        table.say("study.all-done", "bold")
    except Paused:
        table.say("study.stopped")


def _is_card(app: App, item: str) -> bool:
    return item.startswith(OWN) or (item != MOCK and app.exercise(item).kind in CARD_KINDS)


def _card(app: App, table: Table, step: Step) -> None:
    from rich.rule import Rule

    from sparring.cli.prose import Prose

    item, english = step.item, step.what == "english"
    words = app.words("en") if english else table.words
    front, back = sides(app, item, words)
    table.show(Rule(style="green"))
    if english:
        table.say("study.english")
    table.show(Prose(clean(front)))
    table.line(escape(words("study.show-answer")) + " ")
    table.show(Prose(clean(back or words("study.no-answer"))))
    words, coming = table.words, previews(app, item)
    for key, grade in KEYS.items():
        table.say("study.choice", key=key, grade=words(f"study.grade.{grade.name.lower()}"), count=coming[grade])
    if not is_told_apart(coming):
        table.say("study.same-day", "dim")
    while (said := table.line("> ").strip().lower()) not in (*KEYS, "s"):
        table.say("study.choose", "yellow")
    if said == "s":
        skipped(app, item)
    else:
        answered(app, item, KEYS[said])


def sides(app: App, item: str, words: Words) -> tuple[str, str]:
    """A card's front and back in a language."""
    if item.startswith(OWN):
        card = cards.card(app, item)
        return card.front.to(words.language), card.back.to(words.language)
    exercise = app.exercise(item)
    bodies = [section.body.to(words.language) for section in exercise.reveal if not section.is_code]
    return f"**{exercise.title.to(words.language)}**\n\n{exercise.prompt.to(words.language)}", "\n\n".join(bodies)


def forecast(ready: Readiness, words: Words) -> str:
    """What may be said of the day."""
    name = "study.forecast" if ready.enough else "study.forecast-unknown"
    return words(name, low=ready.low, high=ready.high, tried=ready.tried, topics=ready.asked)


def show_plan(program: App, found: Plan, ready: Readiness, words: Words) -> None:
    """The weeks, the forecast by topic, what is left out."""

    def title(topic: str) -> str:
        return clean(present.topic_title(program, topic).to(words.language))

    out.print(escape(forecast(ready, words)))
    for week in found.weeks:
        out.print(f"\n[bold]{words.day(week[0].day)} – {words.day(week[-1].day)}[/]")
        for day in week:
            parts = [words("study.mock")] if day.mock else [f"{title(topic)} {count}" for topic, count in day.topics.items()]
            if day.exercise:
                name = clean(present.title_of(program, day.exercise).to(words.language))
                parts.insert(0, words("study.plan-exercise", title=name))
            if day.light:
                parts.append(words("web.plan.light"))
            out.print(escape(f"  {words.day(day.day)}  {day.minutes:g}′  {', '.join(parts)}"), soft_wrap=True)
    out.print()
    for one in ready.known:
        out.print(escape(f"  {f'{one.low:.0%}–{one.high:.0%}':>10}  {title(one.topic)}"))
    if ready.untried:
        names = ", ".join(title(one.topic) for one in ready.untried)
        out.print(escape(f"{words('web.plan.untried', count=len(ready.untried))}: {names}"), soft_wrap=True)
    for topic in found.left_out:
        out.print(escape(words("study.left-out", count=topic.left_out, cards=topic.cards, topic=title(topic.topic))))
    if found.truncated:
        out.print(escape(words("study.truncated")))
