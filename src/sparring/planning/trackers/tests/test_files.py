import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from sparring.core.problem import UsageError
from sparring.planning.trackers.files import read, write
from sparring.planning.trackers.lost import lost
from sparring.words import words

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix != ".md")


def loaded(name):
    return read(name, (FILES / name).read_bytes())


def item(name, key):
    return next(one for one in loaded(name).items if one.key == key)


def test_jira_with_everything_it_repeats():
    one, other, bug = loaded("jira.csv").items
    assert one.title == 'Order status endpoint: "paid" and "shipped"'
    assert (one.created, one.closed) == (datetime(2025, 7, 14, 15, 42), datetime(2025, 7, 21, 9))
    assert one.labels == ("backend", "api")
    assert one.milestones == ("Sprint 4", "Sprint 5")
    assert (one.estimate, one.spent, one.points, one.due) == (28800, 36000, 5.0, date(2025, 7, 18))
    assert one.description == "First line\nsecond line, with a comma"
    assert (one.blocks, other.blocked_by) == (("SHOP-13",), ("SHOP-12",))
    assert len(one.extra["Comment"]) == 2
    assert (one.done, other.done, bug.assignees) == (True, False, ())


@pytest.mark.parametrize("name", ["jira-italian.csv", "jira-windows.csv"])
def test_jira_in_italian_with_semicolons_and_other_encodings(name):
    one, other = loaded(name).items
    assert (one.key, one.title, one.assignees) == ("NEG-7", "Migrazione degli ordini", ("Nicolò Però",))
    assert one.created == datetime(2025, 7, 1, 9, 5)
    assert (one.due, one.points, one.done) == (date(2025, 7, 5), 8.5, True)
    assert one.extra["Campo personalizzato (Città)"] == ("Forlì",)
    assert not other.done
    assert [note.id for note in loaded(name).notes] == (["trackers.encoding"] if "windows" in name else [])


@pytest.mark.parametrize("name", ["gitlab.csv", "gitlab.json", "gitlab.ndjson"])
def test_gitlab_in_its_three_shapes(name):
    one = item(name, "31")
    assert one.done
    assert one.closed == datetime(2025, 9, 15, 10)
    assert one.labels == ("security", "ops")
    assert (one.estimate, one.spent, one.points, one.milestones) == (28800, 50400, 3.0, ("v2.1",))
    assert len(one.assignees) == (1 if name == "gitlab.csv" else 2)
    assert not item(name, "32").done


@pytest.mark.parametrize("name", ["asana.csv", "asana.json"])
def test_asana_below_its_spacer_lines_and_in_json(name):
    one = item(name, "1200000000000001")
    assert (one.title, one.status, one.done, one.assignees) == ("Write the brief", "Done", True, ("Inès Moreau",))
    assert (one.start, one.due) == (date(2025, 9, 2), date(2025, 9, 10))
    assert one.milestones == ("Launch",)
    assert item(name, "1200000000000002").blocked_by
    if name == "asana.json":
        assert item(name, "1200000000000003").parent == "1200000000000001"
        assert one.spent == 390 * 60


def test_github_is_separated_by_tabs():
    one, draft = loaded("github.tsv").items
    assert one.assignees == ("dana", "eric")
    assert (one.start, one.due, one.points) == (date(2025, 9, 2), date(2025, 9, 9), 3.0)
    assert one.extra["Linked pull requests"] == ("https://github.com/shop/api/pull/44",)
    assert draft.key != one.key


def test_trello_with_moves_archived_cards_and_people():
    one, archived = loaded("trello.json").items
    assert one.assignees == ("Anna Bianchi", "Bruno Conti")
    assert [move.after for move in one.moves] == ["To do", "Doing", "Done"]
    assert (one.created, one.closed) == (datetime(2025, 4, 16, 10), datetime(2025, 4, 26, 10))
    assert archived.created == datetime(2025, 4, 16, 19, 12)
    assert archived.extra["closed"] == ("true",)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_when_a_file_is_written_again(name):
    first = loaded(name)
    again = read(name, write(first, first.format))
    assert again.items == first.items
    assert again.extra == first.extra


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["jira-csv", "trello-json", "gitlab-csv", "gitlab-json", "asana-csv", "asana-json", "github-csv"])
def test_any_file_becomes_any_other(name, form):
    first = loaded(name)
    found = read("x", write(first, form))
    assert [one.title for one in found.items] == [one.title for one in first.items]
    assert found.format == form


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.995])
def test_a_file_cut_off_is_told_or_read_as_far_as_it_goes(name, share):
    content = (FILES / name).read_bytes()
    whole = loaded(name).items
    try:
        found = read(name, content[: int(len(content) * share)])
    except UsageError as error:
        assert error.saying.params["file"] == name  # noqa: PT017 - to be refused is one of two right answers
        return
    cut = [note for note in found.notes if note.id == "trackers.cut"]
    full = [replace(one, extra={}) for one in whole]
    whole_ones = found.items[:-1] if cut else found.items
    assert [replace(one, extra={}) for one in whole_ones] == full[: len(whole_ones)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "trackers.empty"),
        (b"  \n ", "trackers.empty"),
        (b"PK\x03\x04\x00\x00", "trackers.binary"),
        (b"name\nx\n", "trackers.unknown"),
        (b"name,size\nx,1\n", "trackers.no-header"),
        (b'{"a": 1}', "trackers.unknown"),
        (b"[1, 2]", "trackers.unknown"),
        (b'{"cards": [], "lists": []}', "trackers.unknown"),
        (b'[{"iid": 1},', "trackers.no-json"),
        (b"[" * 50_000, "trackers.no-json"),
        (b"Issue key,Summary\n" + b"A-1,x\n" * 50_001, "trackers.too-many"),
        (b'[{"iid": 1}, 7]', "trackers.unknown"),
    ],
)
def test_what_cannot_be_read_is_told(content, message):
    with pytest.raises(UsageError) as caught:
        read("export", content)
    assert caught.value.saying.id == message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_with_a_mark(encoding):
    text = "Issue key\tSummary\nA-1\tPerché no\n"
    assert read("x", text.encode(encoding)).items[0].title == "Perché no"


def test_dates_that_may_be_read_two_ways_are_told():
    found = read("x", b"Issue key,Summary,Created\nA-1,x,03/04/2025\n")
    assert found.items[0].created == datetime(2025, 4, 3)
    assert [note.id for note in found.notes] == ["trackers.unsure"]
    sure = read("x", b"Issue key,Summary,Created\nA-1,x,03/04/2025\nA-2,y,03/14/2025\n")
    assert (sure.items[0].created, sure.notes) == (datetime(2025, 3, 4), ())


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError) as caught:
        write(loaded("jira.csv"), "excel")
    assert "trello-json" in caught.value.saying.params["known"]


def test_the_headers_of_published_real_exports():
    story, epic = loaded("jira-all-fields.csv").items
    assert (story.created, story.due, story.estimate, story.spent) == (datetime(2025, 6, 21, 16, 14), date(2025, 6, 30), 28800, 18000)
    assert story.extra["Inward issue link (Relates)"] == ("SHOP-40",)
    assert (story.done, epic.done) == (False, True)
    campaign, contract = loaded("asana-custom-fields.csv").items
    assert (campaign.labels, campaign.start, campaign.due) == (("urgent", "client"), date(2026, 9, 8), date(2026, 9, 20))
    assert campaign.extra["Approval stage"] == ("Approved",)
    assert (contract.parent, contract.done) == ("Spring campaign", True)
    card, draft = loaded("github-default-view.tsv").items
    assert (card.assignees, card.labels, card.status, draft.url) == (("dana", "eric"), ("planning", "report"), "In Progress", "")


def test_the_fields_of_published_trello_gitlab_and_asana_files():
    date_shown, vouchers, gone = loaded("trello-board.json").items
    assert (date_shown.assignees, date_shown.labels, date_shown.status) == (("Anna Bianchi",), ("green", "review"), "Done")
    assert [(move.before, move.after) for move in date_shown.moves] == [("To do", "Review"), ("Review", "Done")]
    assert (date_shown.closed, vouchers.due, gone.status) == (datetime(2025, 9, 14, 9, 33, 30, 800000), date(2025, 9, 30), "")
    for name, people in (("gitlab-issues.csv", ("Eric Blue", "Ada Grün")), ("gitlab-issues.json", ("eric", "ada"))):
        one, other = loaded(name).items
        assert (one.assignees, one.labels, one.milestones, one.points) == (people, ("backend", "vouchers"), ("v2.2",), 3.0)
        assert (one.done, one.due, one.estimate, one.spent, other.done) == (True, date(2025, 9, 10), 28800, 37800, False)
    launch, _, press = loaded("asana-tasks.json").items
    assert (launch.status, launch.milestones, launch.spent, launch.start) == ("Done", ("Launch", "All teams"), 200 * 60, date(2025, 9, 2))
    assert (press.parent, press.kind) == ("12345", "approval")


def test_columns_are_known_whatever_their_capitals_and_stay_as_they_are():
    text = b"SUMMARY,Issue Key,Original Estimate\nOne,A-1,7200\n"
    found = read("jira.csv", text)
    assert found.items[0].estimate == 7200
    assert write(found, "jira-csv").decode("utf-8-sig").splitlines()[0] == "SUMMARY,Issue Key,Original Estimate"


def test_cards_of_an_archived_list_are_archived():
    board = {"lists": [{"id": "1", "name": "Old", "closed": True}, {"id": "2", "name": "To do"}]}
    cards = [{"id": "a", "idList": "1", "name": "One"}, {"id": "b", "idList": "2", "name": "Two"}]
    backlog = read("board.json", json.dumps(board | {"cards": cards}).encode())
    assert [item.archived for item in backlog.items] == [True, False]
    assert json.loads(write(backlog, "trello-json"))["cards"] == cards
    assert lost(backlog, backlog) == ()
    assert [note.id for note in lost(backlog, read("x", write(backlog, "github-csv")))] == ["trackers.lost.archived"]


def test_a_header_that_nobody_knows_is_told_with_the_ones_that_are():
    with pytest.raises(UsageError) as caught:
        read("export", b"Export del 3 marzo\n\nNumero;Titolo del lavoro;Stato\n1;x;y\n")
    said = words("it").say(caught.value.saying)
    assert "«Numero», «Titolo del lavoro», «Stato»" in said
    assert "Summary, Issue key" in said
    assert "Task ID" in said


@pytest.mark.parametrize(
    "header",
    [
        "Tipo ticket,Chiave di ticket,Riepilogo,Stato,Assegnatario,Richiedente,Creati,Aggiornato,Data di scadenza",
        "Tipo di ticket,Chiave ticket,Riepilogo,Stato,Assegnatario,Segnalante,Creazione,Aggiornato,Scadenza",
        "Tipo,Chiave,Riepilogo,Stato,Assegnatario,Segnalatore,Creato,Ultimo aggiornamento,Scadenza",
        "Tipo di elemento di lavoro,Chiave elemento di lavoro,Riepilogo,Stato,Incaricato,Richiedente,Data creazione,Aggiornata,Scadenza",
    ],
)
def test_the_italian_names_of_jiras_versions_are_known(header):
    row = "Storia,NEG-7,Migrazione,Completato,Nina,Zoë,01/lug/25 9:05,08/lug/25 18:30,15/lug/25 0:00"
    (one,) = read("export", f"{header}\n{row}\n".encode()).items
    assert (one.kind, one.key, one.title, one.status, one.assignees, one.author) == (
        "Storia",
        "NEG-7",
        "Migrazione",
        "Completato",
        ("Nina",),
        "Zoë",
    )
    assert one.created
    assert one.updated
    assert one.due == date(2025, 7, 15)
    assert one.done
    assert not one.extra
