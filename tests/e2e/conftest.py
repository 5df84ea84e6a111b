"""The real program on a real port, and a real browser that was let in."""

import http.client
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.ready import Started, ready

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000
"""Milliseconds that a page may take for anything: four test processes share two cores, and others may load them, too."""
ROOT = Path(__file__).parents[2]
NEW_PACK = ROOT / "src/sparring/usecases/new_pack/exercises"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PLAN = """role = "backend"
level = "junior"
title.en = "A short one"
title.it = "Uno breve"

[[rounds]]
kind = "explain"
minutes = 4

[[rounds]]
kind = "predict"
minutes = 2

[[rounds]]
kind = "solve"
minutes = 10
"""


@dataclass
class Served:
    """A running program."""

    process: subprocess.Popen[bytes] | Started
    address: str
    data: Path
    environment: dict[str, str]

    @property
    def base(self) -> str:
        """Where the pages lie: origin and secret place."""
        return self.address.partition("/?")[0]

    @property
    def origin(self) -> str:
        return self.base.rpartition("/")[0]

    @property
    def place(self) -> str:
        return self.base.removeprefix(self.origin)

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def ticket(self) -> str:
        """A fresh address, as a second `sparring web` gets it."""
        key = json.loads((self.data / "web.json").read_text())["key"]
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as line:
            line.request("POST", "/ticket", headers={"Authorization": f"Bearer {key}"})
            return json.loads(line.getresponse().read())["address"]


@cache
def prepared() -> None:
    """The engine is compiled before the first server starts: no test waits for that."""
    subprocess.run([sys.executable, "-m", "sparring.cli", "prepare"], check=True, capture_output=True)


def start(data: Path, packs: Path | None = None, *arguments: str, files: int = 0) -> Served:
    """A running program; `files`: it may open no more than these."""
    environment = {**os.environ, "SPARRING_DATA": str(data)} | ({"SPARRING_PACKS": str(packs)} if packs else {})
    prepared()
    command = ["web", "--no-browser", "--json", *arguments]
    if files:
        limited = ["sh", "-c", f'ulimit -n {files}; exec "$@"', "sh", sys.executable, "-m", "sparring.cli", *command]
        process: subprocess.Popen[bytes] | Started = subprocess.Popen(limited, env=environment, stdout=subprocess.PIPE)
    else:
        with Path(os.devnull).open("rb") as nothing:
            process = ready().start(command, environment=environment, stdin=nothing.fileno(), stderr=2)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the server ended before it told its address"
    return Served(process, json.loads(line)["address"], data, environment)


@pytest.fixture(scope="session")
def small_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A core pack with three exercises and one interview, so that every answer is known."""
    core = tmp_path_factory.mktemp("packs") / "core"
    shutil.copytree(NEW_PACK, core / "exercises")
    (core / "pack.toml").write_text('id = "core"\nversion = "1"\nlanguages = ["en"]\n\n[title]\nen = "Small"\n')
    toml = core / "exercises/solve/double-all/exercise.toml"
    toml.write_text(toml.read_text() + '\n[[hints]]\nen = "Build a new list."\n')
    toml = core / "exercises/explain/why-tests/exercise.toml"
    toml.write_text(toml.read_text() + '\n[[follow_ups]]\nwhen = "always"\nen = "What would you never test?"\n')
    (core / "interviews").mkdir()
    (core / "interviews" / "short.toml").write_text(PLAN)
    return core.parent


@contextmanager
def running(data: Path, packs: Path | None = None) -> Iterator[Served]:
    served = start(data, packs)
    try:
        yield served
    finally:
        served.stop()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, small_packs: Path) -> Iterator[Served]:
    with running(tmp_path_factory.mktemp("small"), small_packs) as served:
        yield served


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The program with the packs that come with it."""
    with running(tmp_path_factory.mktemp("whole")) as served:
        yield served


@pytest.fixture(scope="session")
def driver() -> Iterator[Any]:
    """Playwright, once in a process: a second one beside it refuses to start."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser: {CHROMIUM} is missing (apt install chromium)")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver: Any) -> Iterator[object]:
    opened = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield opened
    opened.close()


Visit = Callable[..., object]


@pytest.fixture
def visit(browser) -> Iterator[Visit]:
    """`visit(served, …context options)`: an empty page of a browser that was let in (`landed`: it came in by itself and stands where that leads).

    The test fails if a page complained.
    """
    contexts, complaints = [], []

    def come(served: Served, language: str = "en", *, landed: bool = False, **options: object):
        context = browser.new_context(locale=language, **{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if landed:
            page.goto(served.ticket())
            page.wait_for_url(lambda url: "start=" not in url)
        else:  # most tests go elsewhere at once: no page is drawn for that
            assert context.request.get(served.ticket()).ok
        return page

    come.complaints = complaints
    yield come
    for context in contexts:
        context.close()
    known = (
        "409 (Conflict)",
        "413 (",
        "404 (Not Found)",
        "net::ERR_",
        "WebSocket connection",
        "htmx:sendError",
    )
    assert not [text for text in complaints if not any(word in text for word in known)]
