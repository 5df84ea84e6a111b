"""A project that the tests plan, small enough to be followed by hand."""

from datetime import date
from random import Random

from sparring.planning.model import Estimate, Link, Person, Project, Task

MONDAY = date(2026, 3, 2)


def task(name, hours=4, *after, kind="build", skills=(), reviews=()):
    links = tuple(link if isinstance(link, Link) else Link(link) for link in after)
    return Task(name, name.title(), Estimate(max(hours // 2, 0), hours, hours * 2), kind, frozenset(skills), links, tuple(reviews))


def person(name, *skills, hours=8, **more):
    return Person(name, name.title(), frozenset(skills), hours, **more)


ANNA, BRUNO = person("anna", "python", "sql"), person("bruno", "python", hours=4)
FEATURE = Project(
    "Orders",
    MONDAY,
    (
        task("model", 4, skills=["sql"]),
        task("api", 8, "model", skills=["python"]),
        task("tests", 4, "api", kind="test", skills=["python"]),
        task("review", 2, "api", kind="review", reviews=["api"]),
        task("release", 2, "tests", "review", kind="release"),
    ),
    (ANNA, BRUNO),
    date(2026, 3, 4),
)


def made(count: int, people: int = 5, seed: int = 0) -> Project:
    """A project of `count` tasks, drawn."""
    draw, skills = Random(seed), ["python", "sql", "web", "ops"]
    team = [person("lead", *skills)]
    for number in range(people):
        own = {*draw.sample(skills, draw.randint(2, 4))}
        away = frozenset({date(2026, 3, 4)}) if number == 1 else frozenset()
        team.append(person(f"p{number}", *own, hours=draw.choice([4, 8, 8, 6]), away=away))
    tasks = []
    for number in range(count):
        likely = draw.randint(1, 6) * 2
        names = {draw.randrange(max(0, number - 12), number) for _ in range(draw.randint(0, 2))} if number else set()
        after = tuple(
            Link(f"t{one}", draw.choice(["FS", "FS", "FS", "SS", "FF", "SF"]), draw.choice([0, 0, 0, 2, 4, -2])) for one in sorted(names)
        )
        kind = draw.choice(["build", "build", "test", "review"])
        reviews = (after[0].before,) if kind == "review" and after else ()
        wanted = frozenset(draw.sample(skills, draw.randint(0, 1)))
        tasks.append(Task(f"t{number}", f"Task {number}", Estimate(likely // 2, likely, likely * 3), kind, wanted, after, reviews))
    return Project("Drawn", MONDAY, tuple(tasks), tuple(team), date(2026, 4, 30))
