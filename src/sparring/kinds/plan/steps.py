"""One plan judged: does it work, how far is it from the best, who carries what, will the date be met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from sparring.core.evidence import EndRisk, Schedule, ScheduleBar, Workload, WorkRow
from sparring.core.text import LANGUAGES, Language, Message, Text
from sparring.core.verdict import Dimension, Finding
from sparring.planning.axis import Axis
from sparring.planning.checks import Remark, plan_remarks
from sparring.planning.loads import loads
from sparring.planning.model import Plan, Project
from sparring.planning.placing import Bar, Bars, bars, last
from sparring.planning.risk import Risk, simulate
from sparring.words import words

MOST_FINDINGS = 8
SEED, RUNS = 11, 4000
NEAR, FAR = 0.05, 0.2
SURE, EVEN = 0.8, 0.5
LATE, A_DAY = 0.25, 0.1
"""What a plan past its deadline loses, and for each day more than it had to."""
CROWDED = 2.5
"""A person with so many times the mean load carries too much."""


OF_THE_BEST = "one-person"
"""What is only remarked, and no fault, in a plan than which none is shorter: the best has it, too."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A plan's findings, what it earns (0..1), whether it can work, and how many days after a deadline that can be met it ends."""

    findings: tuple[Finding, ...]
    score: float
    works: bool
    bars: Bars
    missed: float = 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: the projects by language, the fixed bars, the shortest length in slots, and the prefix of the criteria.

    `against`: the length that lost time is held against for the score. It is the exercise's own: held against what is best after one's own slow
    beginning, the same lost days would weigh less the longer that beginning took.
    """

    projects: Mapping[str, Project]
    plan: Plan
    best: int
    prefix: str
    done: Bars
    optimum_proved: bool = True
    against: int = 0


def judge(case: Case) -> Judged:
    """All findings on one plan."""
    project = case.projects["en"]
    axis = Axis(project)
    drawn = {**bars(project, axis, case.plan), **case.done}
    remarks = _in_words(case, axis, drawn)
    end, due = last(drawn), axis.end_of(project.deadline) if project.deadline else 0
    schedule = _schedule(case, axis, drawn, (), end, due)
    blockers = [pair for pair in remarks if pair[0].blocker]
    found = [_remark(case, axis, drawn, pair, end, due) for pair in _together(case, remarks)[:MOST_FINDINGS]]
    if not blockers and end <= case.best:
        found = [replace(one, ok=None) if one.criterion == f"{case.prefix}{OF_THE_BEST}" else one for one in found]
    if blockers:
        share = 1 - min(1.0, len(blockers) / max(len(project.tasks), 1))
        worst = 1 if not drawn or any(one.check == "unplaced" for one, _, _ in blockers) else 2
        feasible = Finding(
            f"{case.prefix}feasible", False, Message("plan.blocked", {"count": len(blockers)}), schedule, Dimension.PLANNING, worst
        )
        return Judged((feasible, *found), round(0.4 * share, 3) if drawn else 0.0, False, drawn)
    risk = simulate(project, axis, drawn, Random(SEED), RUNS)
    more, score = _quality(case, axis, schedule, risk, end, due)
    feasible = Finding(f"{case.prefix}feasible", True, Message("plan.works"), schedule, Dimension.PLANNING, 3)
    return Judged((feasible, *more, _load(case, axis, drawn), *found), score, True, drawn, _missed(case, axis, end, due))


def _missed(case: Case, axis: Axis, end: int, due: int) -> float:
    """How many days a plan ends after its deadline; where no plan can meet it any more, after what is near the best."""
    limit = due if case.best <= due else round(case.best * (1 + FAR))
    return round(max(0, end - limit) / axis.per_day, 2) if due else 0.0


def _quality(case: Case, axis: Axis, schedule: Schedule, risk: Risk, end: int, due: int) -> tuple[list[Finding], float]:
    gap = max(0.0, end / case.best - 1) if case.best else 0.0
    level = 4 if gap <= NEAR else 3 if gap <= FAR else 2
    said = Message(
        "plan.optimal" if end <= case.best else "plan.gap", {"percent": round(gap * 100, 1), "days": schedule.days, "best": schedule.best}
    )
    found = [Finding(f"{case.prefix}optimum", gap <= FAR, said, schedule, Dimension.PLANNING, level)]
    chance = risk.chance(due) if due else 1.0
    if due:
        found.append(_risk(case, axis, risk, chance, due))
    late = (LATE + A_DAY * _missed(case, axis, end, due)) if due and end > due else 0.0
    lost = max(0, end - case.best) / (case.against or case.best or 1)
    return found, round(max(0.0, 1 - 0.8 * min(lost, 0.5) - late - (0.1 if chance < EVEN else 0.0)), 3)


def _risk(case: Case, axis: Axis, risk: Risk, chance: float, due: int) -> Finding:
    shares = tuple(round(0.05 * number, 2) for number in range(1, 21))
    days = tuple(round(risk.at(share) / axis.per_day, 2) for share in shares)
    drivers = tuple(_title(case, name) for name, _ in risk.drivers[:3])
    evidence = EndRisk(shares, days, round(due / axis.per_day, 2), round(chance, 3), drivers)
    message = Message("plan.risk", {"percent": risk.percent(due), "day": round(risk.at(0.8) / axis.per_day, 1), "due": evidence.due})
    level = 4 if chance >= SURE else 3 if chance >= EVEN else 2
    return Finding(f"{case.prefix}risk", chance >= EVEN, message, evidence, Dimension.PLANNING, level)


def _load(case: Case, axis: Axis, drawn: Mapping[str, Bar]) -> Finding:
    rows = loads(case.projects["en"], axis, drawn)
    here = [one for one in rows if one.has]
    mean = sum(one.share for one in here) / max(len(here), 1)
    most = max(here, key=lambda one: one.share)
    evidence = Workload(tuple(WorkRow(one.name, one.hours, one.has) for one in rows))
    even = most.share <= CROWDED * mean
    message = Message("plan.load-even" if even else "plan.load-uneven", {"person": most.name, "percent": round(most.share * 100)})
    return Finding(f"{case.prefix}load", even, message, evidence, Dimension.PLANNING)


def _in_words(case: Case, axis: Axis, drawn: Mapping[str, Bar]) -> list[tuple[Remark, Text, Text]]:
    """The remarks on the plan with their sentences in both languages, blockers first."""
    said: dict[Language, list[Remark]] = {}
    for language in LANGUAGES:
        said[language] = plan_remarks(replace(case.projects[language], plan=case.plan), axis, drawn)
    pairs = [
        (english, _text(english.message, italian.message), _text(english.remedy, italian.remedy))
        for english, italian in zip(said["en"], said["it"], strict=True)
    ]
    return sorted(pairs, key=lambda pair: not pair[0].blocker)


def _together(case: Case, pairs: Sequence[tuple[Remark, Text, Text]]) -> list[tuple[Remark, Text, Text]]:
    """The same remarks, the tasks that nobody has in one sentence for each name that they go by."""
    alone: dict[str, list[tuple[Remark, Text, Text]]] = {}
    for pair in pairs:
        alone.setdefault(_criterion(case, pair[0]) if pair[0].check == "unplaced" else str(len(alone)), []).append(pair)
    return [group[0] if len(group) == 1 else _listed(case, group) for group in alone.values()]


def _listed(case: Case, group: Sequence[tuple[Remark, Text, Text]]) -> tuple[Remark, Text, Text]:
    ids = tuple(name for remark, _, _ in group for name in remark.where)
    titles = [_title(case, name) for name in ids]
    said = {
        language: words(language).say(
            Message("plan.unplaced", {"count": len(ids), "tasks": ", ".join(f"“{one.to(language)}”" for one in titles)})
        )
        for language in LANGUAGES
    }
    return replace(group[0][0], where=ids), Text(said["en"], said["it"]), group[0][2]


def _text(english: Message, italian: Message) -> Text:
    return Text(words("en").say(english), words("it").say(italian))


def _remark(case: Case, axis: Axis, drawn: Mapping[str, Bar], pair: tuple[Remark, Text, Text], end: int, due: int) -> Finding:
    remark, message, remedy = pair
    schedule = replace(_schedule(case, axis, drawn, remark.where, end, due), remedy=remedy)
    return Finding(_criterion(case, remark), False, message, schedule, Dimension.PLANNING)


def _criterion(case: Case, remark: Remark) -> str:
    """Missing tests and reviews have names of their own: that is what is cut first."""
    kind = case.projects["en"].by_id[remark.where[0]].kind if remark.check == "unplaced" else ""
    return f"{case.prefix}{f'no-time-for-{kind}' if kind in ('test', 'review') else remark.check}"


def _schedule(case: Case, axis: Axis, drawn: Mapping[str, Bar], where: Sequence[str], end: int, due: int) -> Schedule:
    people = case.projects["en"].people
    rows = [
        ScheduleBar(
            _title(case, bar.task),
            people[bar.person].name,
            round(axis.day(bar.begin), 3),
            round(axis.day(bar.end), 3),
            bar.hours,
            bar.task in where,
        )
        for bar in sorted(drawn.values(), key=lambda bar: (bar.person, bar.begin, bar.task))
    ]
    return Schedule(tuple(rows), round(end / axis.per_day, 2), round(case.best / axis.per_day, 2), round(due / axis.per_day, 2))


def _title(case: Case, name: str) -> Text:
    return Text(case.projects["en"].by_id[name].title, case.projects["it"].by_id[name].title)
