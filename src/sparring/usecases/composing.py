"""Interviews that are put together: a role, a level and a length give the rounds, by what the packs say of the role (roles/*.toml)."""

from sparring.content.schema import LENGTHS, InterviewPlan, Role
from sparring.core.exercise import LEVELS, Level
from sparring.core.problem import UsageError
from sparring.core.text import LANGUAGES, Message, Text
from sparring.usecases.app import App
from sparring.usecases.fitting import preferred
from sparring.usecases.profile import profile

USUAL_MINUTES = 40


def compose(app: App, role: str | None = None, level: str | None = None, minutes: int | None = None) -> InterviewPlan:
    """The interview for a role at a level that takes so long; what is left out is what fits the advertisement. UsageError for what there is not."""
    roles = app.library.roles
    usual = preferred(app, profile(app).advert)
    chosen = role or (usual.role if usual and usual.role in roles else next(iter(roles), ""))
    at = level or (usual.level if usual else "mid")
    length = USUAL_MINUTES if minutes is None else minutes
    if chosen not in roles:
        raise UsageError(Message("interview.unknown-role", {"role": chosen, "known": ", ".join(roles) or "–"}))
    if at not in LEVELS:
        raise UsageError(Message("interview.unknown-level", {"level": at, "known": ", ".join(LEVELS)}))
    if length not in LENGTHS:
        raise UsageError(Message("interview.unknown-length", {"minutes": length, "known": ", ".join(map(str, LENGTHS))}))
    found: Level = at
    return InterviewPlan(
        f"{chosen}/{at}/{length}", _title(app, roles[chosen], at, length), chosen, found, roles[chosen].rounds(found, length)
    )


def _title(app: App, role: Role, level: str, minutes: int) -> Text:
    said = {
        language: app.words(language).say(
            Message("interview.composed", {"role": role.title.to(language), "level": level, "count": minutes})
        )
        for language in LANGUAGES
    }
    return Text(said["en"], said["it"])


def plan_named(app: App, plan: str) -> InterviewPlan | None:
    """The plan with this id: one of a pack, or one that is put together (`backend/mid/40`); None if there is none."""
    plans = app.library.plans
    named = plans.get(plan) or plans.get(f"core:{plan}")
    if named or plan.count("/") != 2:
        return named
    role, level, minutes = plan.split("/")
    return compose(app, role, level, int(minutes) if minutes.isdecimal() and len(minutes) < 5 else 0)


def is_composed(plan: InterviewPlan) -> bool:
    """Whether it was put together, so that its level was asked for."""
    return "/" in plan.id
