"""Whatever a format can hold comes back as it went."""

from datetime import date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.planning.trackers.backlog import Backlog, Item, Move, is_done
from sparring.planning.trackers.files import read, write

CALM = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
LINE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20).map(str.strip).filter(bool)
NAME = LINE.filter(lambda text: not set(text) & set(",;"))
PROSE = st.lists(LINE, max_size=3).map("\n".join)
WHEN = st.datetimes(datetime(2001, 1, 1), datetime(2090, 1, 1)).map(lambda when: when.replace(microsecond=0))
DAY = st.dates(date(2001, 1, 1), date(2090, 1, 1))
SECONDS = st.integers(1, 10**7)
NAMES = st.lists(NAME, max_size=3, unique=True).map(tuple)
KEYS = st.lists(st.integers(1, 10**6).map(str), min_size=1, max_size=4, unique=True)
STATUS = st.sampled_from(["To Do", "In Progress", "Waiting, really"])
POINTS = st.none() | st.integers(1, 100).map(float)


def backlogs(form, **fields):
    def built(keys):
        each = [st.builds(Item, key=st.just(key), title=LINE, description=PROSE, **fields) for key in keys]
        return st.tuples(*each).map(lambda items: Backlog(form, tuple(map(finished, items))))

    return KEYS.flatmap(built)


def finished(item):
    values = {name: getattr(item, name) for name in item.__dataclass_fields__}
    return Item(**{**values, "done": item.closed is not None or is_done(item.status)})


def same(backlog):
    found = read("x", write(backlog, backlog.format))
    assert found.items == backlog.items
    assert found.format == backlog.format


ONE = NAMES.map(lambda names: names[:1])
DATES = {"created": WHEN, "updated": st.none() | WHEN, "closed": st.none() | WHEN, "due": st.none() | DAY, "start": st.none() | DAY}


@CALM
@given(
    backlogs(
        "jira-csv", **DATES, status=STATUS, kind=NAME, author=LINE, assignees=ONE, labels=NAMES, milestones=NAMES, blocked_by=NAMES, blocks=NAMES,
        estimate=st.none() | SECONDS, spent=st.none() | SECONDS, points=POINTS, parent=NAME, id=NAME, extra=st.just({"Custom field (Team)": ("Blue", "Red")}),
    )
)  # fmt: skip
def test_jira(backlog):
    same(backlog)


@CALM
@given(
    backlogs(
        "gitlab-csv", **DATES, status=st.sampled_from(["Open", "Closed"]), author=LINE, assignees=NAMES, labels=NAMES, milestones=ONE, points=POINTS,
        estimate=st.none() | SECONDS, spent=st.none() | SECONDS, url=NAME, parent=NAME,
    )
)  # fmt: skip
def test_gitlab_csv(backlog):
    same(backlog)


@CALM
@given(
    backlogs(
        "asana-csv", **DATES, status=STATUS, assignees=ONE, labels=NAMES, milestones=NAMES, parent=LINE, blocked_by=NAMES, blocks=NAMES,
        estimate=st.none() | SECONDS,
    )
)  # fmt: skip
def test_asana_csv(backlog):
    same(backlog)


@CALM
@given(
    KEYS.flatmap(
        lambda keys: st.lists(
            st.builds(
                Item,
                key=st.just(""),
                title=LINE,
                status=STATUS,
                assignees=NAMES,
                labels=NAMES,
                points=POINTS,
                due=st.none() | DAY,
                url=NAME,
            ),
            min_size=len(keys),
            max_size=len(keys),
        )
    )
)
def test_github(items):
    numbered = tuple(
        finished(Item(**{**{name: getattr(item, name) for name in item.__dataclass_fields__}, "key": str(number)}))
        for number, item in enumerate(items, 1)
    )
    same(Backlog("github-csv", numbered))


@CALM
@given(
    backlogs(
        "gitlab-json", **DATES, status=st.sampled_from(["opened", "closed"]), author=NAME, assignees=NAMES, labels=NAMES, milestones=ONE, points=POINTS,
        estimate=st.none() | SECONDS, spent=st.none() | SECONDS, url=LINE, parent=NAME, id=st.integers(1, 10**6).map(str), kind=NAME, blocked_by=NAMES,
        extra=st.just({"confidential": ("false",), "notes": ('[{"a": 1}]',)}),
    )
)  # fmt: skip
def test_gitlab_json(backlog):
    same(backlog)


@CALM
@given(
    backlogs(
        "asana-json", **DATES, status=STATUS, author=NAME, assignees=ONE, labels=NAMES, milestones=NAMES, parent=NAME, blocked_by=NAMES, blocks=NAMES,
        estimate=st.none() | SECONDS.map(lambda value: value * 60), url=LINE,
        kind=st.sampled_from(["default_task", "approval"]), extra=st.just({"custom_fields": ('[{"name": "Priority"}]',)}),
    )
)  # fmt: skip
def test_asana_json(backlog):
    same(backlog)


@st.composite
def boards(draw):
    items = []
    for number, title in enumerate(draw(st.lists(LINE, min_size=1, max_size=4)), 1):
        whens = sorted(draw(st.lists(WHEN, min_size=2, max_size=4, unique=True)))
        names = ["", *draw(st.lists(st.sampled_from(["Doing", "Review", "Testing"]), min_size=len(whens), max_size=len(whens)))]
        moves = tuple(Move(when, before, after) for when, before, after in zip(whens, names, names[1:], strict=False))
        due = draw(st.none() | DAY)
        items.append(
            Item(
                str(number), title, f"{number:024x}", status=draw(STATUS), assignees=draw(NAMES), labels=draw(NAMES), description=draw(PROSE), created=whens[0],
                updated=whens[-1], due=due, moves=moves, url=draw(LINE), extra={"pos": ("1.5",), "customFieldItems": ("[]",), "closed": ("false",)},
            )
        )  # fmt: skip
    return Backlog("trello-json", tuple(items), extra={"name": ('"Board"',), "prefs": ('{"a": null}',)})


@CALM
@given(boards())
def test_trello(backlog):
    same(backlog)
    assert read("x", write(backlog, "trello-json")).extra == backlog.extra
