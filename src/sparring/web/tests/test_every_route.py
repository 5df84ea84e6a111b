"""What holds for every address that there is: a new route cannot be forgotten."""

import asyncio
import itertools
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.handlers.asgi import ASGIHandler
from django.test import Client
from django.test.utils import override_script_prefix
from django.urls import reverse

from sparring.web.access import Access
from sparring.web.asgi import Pages
from sparring.web.gate import Gate
from sparring.web.urls import urlpatterns

PORT = 8123
EXAMPLES = {"name": "two-names", "slot": "output", "key": "0" * 32, "number": 0, "form": "json"}
"""A value for each parameter that a route can have."""
ADDRESSES = [reverse(route.name, kwargs={name: EXAMPLES[name] for name in route.pattern.converters}) for route in urlpatterns]
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")


def test_every_route_has_a_name_and_is_walked():
    assert len(ADDRESSES) == len({route.name for route in urlpatterns}) > 15


@pytest.fixture
def strict(program):
    """Who was let in, but has no token."""
    program.app.records.choose("profile", {"day": None, "minutes": None, "advert": ""})
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en"})


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_done_without_the_token(strict, program, address):
    for method in ("POST", "PUT", "PATCH", "DELETE", "QUERY"):
        response = strict.generic(method, address, "text.md=keep+me", content_type="application/x-www-form-urlencoded")
        assert response.status_code in ((403,) if method == "POST" else (403, 405)), method
        assert response.content, "it is said in words"
    assert not program.app.records.latest()
    assert not program.app.records.interviews()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_method_that_is_not_taken_is_refused_in_words(client, address):
    taken = {"HEAD", *client.generic("PUT", address).headers["allow"].split(", ")}  # those are asked for by the other tests
    refused = [method for method in METHODS if method not in taken]
    assert {"PUT", "DELETE"} <= {*refused}
    for method, language in zip(refused, itertools.cycle(["it", "en"])):
        client.cookies["sparring_language"] = language
        answer = client.generic(method, address)
        assert answer.status_code == 405, method
        assert said(answer, language)


def said(answer, language) -> bool:
    words = {"en": "Nothing was done", "it": "Non è successo nulla"}[language]
    text = answer.content.decode()
    assert words in (json.loads(text)["error"] if answer.headers["content-type"] == "application/json" else text)
    assert answer.headers["allow"]
    return True


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_its_policy_and_is_not_kept_in_caches(client, address):
    assert ADDRESSES
    for method in ("GET", "POST", "DELETE"):
        headers = client.generic(method, address).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


@pytest.fixture
def ask(program):
    """`ask(address, **headers)`: status and body of the whole outer application, gate and pages."""
    access = Access("secret")
    pages: ASGIHandler = Pages()
    session = access.enter()

    def asked(address, method="GET", *, admitted=False, host=f"127.0.0.1:{PORT}", inside=True, **headers):
        given = {"host": host, **({"cookie": f"{access.cookie}={session}"} if admitted else {}), **headers}
        encoded = [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()]
        path = (access.root if inside else "") + address
        scope = {"type": "http", "path": path, "method": method, "query_string": b"", "headers": encoded, "http_version": "1.1"}
        sent = []

        async def go():
            waiting = asyncio.Event()
            body = [{"type": "http.request", "body": b"", "more_body": False}]

            async def receive():
                if body:
                    return body.pop()
                await waiting.wait()
                return {"type": "http.disconnect"}

            async def send(message):
                sent.append(message)

            await Gate(pages, access, PORT)(scope, receive, send)

        with ThreadPoolExecutor(1) as thread:
            thread.submit(lambda: asyncio.run(go())).result()
        return sent[0]["status"], b"".join(part.get("body", b"") for part in sent[1:]).decode()

    return asked


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_route_is_for_who_came_in_at_our_own_name_and_by_our_own_page(ask, address):
    for method in ("GET", "POST"):
        status, body = ask(address, method)
        assert (status, "sparring web" in body) == (403, True), "a stranger"
        status, body = ask(address, method, admitted=True, inside=False)
        assert (status, "sparring web" in body) == (403, True), "outside the secret place"
        for wrong in ({"host": "evil.example"}, {"origin": "http://127.0.0.1:1"}, {"sec_fetch_site": "same-site"}):
            assert ask(address, method, admitted=True, **wrong)[0] == 403, wrong


@pytest.mark.parametrize("page", ["/settings", "/exercises/double-all", "/interviews"])
def test_addresses_in_pages_lie_below_the_secret_place(client, page):
    with override_script_prefix("/secret/"):
        body = client.get(page).content.decode()
    links = re.findall(r'(?:href|action|src|hx-post|data-progress|data-url|data-live|data-autosave)="(/[^"]*)"', body)
    assert len(links) > 10
    assert all(link.startswith(("/secret/", "/static/")) for link in links)


def test_the_page_of_an_interview_lies_below_it_too(client):
    taking = client.post("/interviews", {}).headers["location"]
    with override_script_prefix("/secret/"):
        body = client.get(taking).content.decode()
    assert 'data-live="/secret/live/interviews/' in body
    assert not re.findall(r'(?<!value)="/(?!secret/|static/)[^"]*"', body)


def test_every_cookie_is_bound_to_the_place_where_the_pages_are_mounted(client):
    with override_script_prefix("/secret/"):
        gone = client.post("/language", {"language": "it"})
        page = client.get("/settings")
    assert [cookie["path"] for cookie in (*gone.cookies.values(), *page.cookies.values())] == ["/secret/", "/secret/"]
