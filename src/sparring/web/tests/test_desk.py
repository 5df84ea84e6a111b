"""Practising: the clock, the numbers of what was handed in, and what comes next."""

from .test_pages import WHY, submit

DESK = "/exercises/two-names"


def seconds(client, address=DESK) -> tuple[int, bool]:
    context = client.get(address).context
    return context["seconds"], context["running"]


def test_the_clock_stops_when_the_page_is_left_and_goes_on_with_the_next_look(client, clock):
    assert seconds(client) == (0, True)
    clock.advance(seconds=40)
    assert client.post(f"{DESK}/left").status_code == 204
    clock.advance(minutes=30)
    assert seconds(client) == (40, True)
    clock.advance(seconds=5)
    assert seconds(client) == (45, True)


def test_the_clock_stops_with_a_pass_and_says_how_long_it_took(client, clock):
    client.get(DESK)
    clock.advance(seconds=50)
    gone = submit(client).headers["location"].partition("#")[0]
    clock.advance(seconds=90)
    assert seconds(client, gone) == (50, False)
    assert seconds(client) == (0, True)


def test_a_wrong_answer_leaves_it_running(client, clock):
    client.get(DESK)
    clock.advance(seconds=20)
    gone = submit(client, text="[1]").headers["location"].partition("#")[0]
    clock.advance(seconds=10)
    assert seconds(client, gone) == (30, True)


def test_a_piece_of_the_page_stops_the_clock_too(client):
    client.get(DESK)
    piece = submit(client, headers={"hx-request": "true"}).content.decode()
    assert 'data-running="false"' in piece
    client.get("/exercises/why-tests")
    assert (
        'data-running="false"'
        not in submit(client, "why-tests", "x" * 9, key="k", field="text.md", headers={"hx-request": "true"}).content.decode()
    )


def test_the_page_of_a_passed_exercise_is_its_attempts_so_that_coming_back_shows_it(client, program):
    passed = submit(client, headers={"hx-request": "true"})
    (attempt,) = program.app.records.latest()
    assert passed.headers["HX-Replace-Url"] == f"{DESK}?attempt={attempt.id}"
    assert "HX-Replace-Url" not in submit(client, text="[1]", key="k2", headers={"hx-request": "true"}).headers


def test_submissions_are_numbered_by_the_history(client):
    script = {"hx-request": "true"}
    numbers = [
        submit(client, "why-tests", WHY + "!" * n, key=f"k{n}", field="text.md", headers=script).context["shown"].number for n in range(3)
    ]
    assert numbers == [1, 2, 3]


def test_after_a_verdict_there_is_a_way_on(client, packs):
    page = client.get(submit(client).headers["location"].partition("#")[0])
    assert page.context["onward"].weakest.id in ("core:double-all", "core:why-tests")
    assert "Where you are weakest" in page.content.decode()
    submit(client, "double-all", "def double_all(x): return x", field="solution.py", key="k2")
    page = client.get(submit(client, "why-tests", WHY, field="text.md").headers["location"].partition("#")[0])
    assert page.context["onward"].weakest.id == "core:double-all"
    assert client.get("/exercises/double-all?next").context["focus_answer"]


def test_the_score_is_on_the_page(client):
    page = client.get(submit(client).headers["location"].partition("#")[0]).content.decode()
    assert "score 100%" in page
