"""The session in the terminal: a card, its answer, the candidate's word on it; the plan as text."""

from collections.abc import Callable

from sparring.cli.console import clean, escape, out
from sparring.cli.table import Paused, Table
from sparring.core.exercise import short_id
from sparring.mastery.memory import Grade
from sparring.session.study import Step
from sparring.usecases.app import App
from sparring.usecases.study import cards, present
from sparring.usecases.study.days import MOCK, Aim, aim, aims
from sparring.usecases.study.items import CARD_KINDS, OWN
from sparring.usecases.study.plan import Plan
from sparring.usecases.study.readiness import Readiness
from sparring.usecases.study.today import Session, answered, is_told_apart, previews, session, skipped
from sparring.words import Words

KEYS = {"1": Grade.AGAIN, "2": Grade.HARD, "3": Grade.GOOD, "4": Grade.EASY}


def show_session(app: App, found: Session, ready: Readiness | None, days: int | None, words: Words) -> None:
    """The day's steps with what is done; with a date ahead, the days left and the forecast."""
    if ready and days is not None:
        company = present.company_of(app)
        left = words("study.days-left-at", count=days, company=company) if company else words("study.days-left", count=days)
        out.print(escape(clean(f"{left} · {forecast(ready, words)}")))
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
    trained = cards.exercise_of(app, cards.card(app, item)) if item.startswith(OWN) else None
    if trained:
        table.say("study.open-exercise", title=trained.title.to(words.language), id=short_id(trained.id))
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


def show_choice(chosen: Aim | None, words: Words) -> None:
    """That the plan and today are for another day from now on."""
    if chosen:
        name = words("study.aimed-at" if chosen.company else "study.aimed-at-settings", company=chosen.company, day=words.day(chosen.day))
        out.print(escape(clean(name)), style="yellow")


def show_aims(program: App, words: Words) -> None:
    """What the plan is made for, and the other days ahead."""
    ahead, now = aims(program), aim(program)
    own = words("study.aim-of-settings")
    if len(ahead) > 1 and now:
        names = ", ".join(f"{words.day(one.day)} ({one.company or own})" for one in ahead)
        out.print(escape(clean(words("study.aims", day=words.day(now.day), company=now.company or own, days=names))))
    elif now and now.company:
        out.print(escape(clean(words("study.aimed", day=words.day(now.day), company=now.company))))


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
    _show_left_out(ready, title, words)
    if found.truncated:
        out.print(escape(words("study.truncated")))


def _show_left_out(ready: Readiness, title: Callable[[str], str], words: Words) -> None:
    if ready.left_out:
        out.print(f"\n[bold]{escape(words('web.plan.left-out'))}[/]")
    for one in ready.left_out:
        parts = [words("study.left-cards", count=one.left_out, whole=one.cards)] if one.left_out else []
        parts += [words("study.left-exercises", count=one.exercises_left, whole=one.exercises)] if one.exercises_left else []
        out.print(escape(f"  {title(one.topic)}: {', '.join(parts)}"))
