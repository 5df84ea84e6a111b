"""The suite under real pytest: one configuration, and for every variant a session of its own with its own collection."""

import contextlib
import sys
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from _pytest import python
from _pytest.config import get_config
from _pytest.fixtures import FixtureFunctionDefinition, FixtureManager
from _pytest.main import Session
from _pytest.reports import TestReport
from _pytest.runner import SetupState
from pluggy import _manager
from sparring_stage_guard import Stop, TooMany

OPTIONAL = {
    "logging": "caplog",
    "warnings": "warn",
    "recwarn": "warn",
    "subtests": "subtest",
    "capture": "caps",
    "tmpdir": "tmp",
    "monkeypatch": "monkeypatch",
    "unittest": "unittest",
}
"""Plugins of pytest's that a suite needs only if its text says so: each of them takes its time at every test."""
BLOCKED = "faulthandler cacheprovider junitxml legacypath pastebin setuponly setupplan stepwise unraisableexception threadexception terminal doctest"
TEXT = 1000


def _import(path, config):
    """In place of pytest's own way of importing a test module, which reads files."""
    name = path.stem
    __import__(name)
    return sys.modules[name]


@contextlib.contextmanager
def _quick_fixtures():
    """While pytest looks for fixtures in all of its own plugins: only in those that have any."""
    parse = FixtureManager.parsefactories

    def quick(self, *, holder=None, **named):
        if any(isinstance(value, FixtureFunctionDefinition) for value in vars(holder).values()):
            parse(self, holder=holder, **named)

    FixtureManager.parsefactories = quick
    try:
        yield
    finally:
        FixtureManager.parsefactories = parse


@contextlib.contextmanager
def _quick_plugins():
    """While pluggy looks for hooks in pytest's own plugins: among the names that a hook can have, and what a module calls a function is one, however it came there."""
    look = getattr(_manager, "_static_hook_attr", None)
    if look is None:
        yield
        return

    def quick(holder, name):
        found = vars(holder).get(name) if type(holder) is ModuleType else None
        return (found, found) if type(found) is FunctionType else look(holder, name)

    _manager._static_hook_attr, _manager.dir = quick, lambda plugin: [name for name in dir(plugin) if name[:7] == "pytest_"]
    try:
        yield
    finally:
        _manager._static_hook_attr = look
        del _manager.dir


class _Plugin:
    """Keeps every test's outcome; spares the making of long reports, which nobody reads, and of tests that are not wanted."""

    def __init__(self):
        self.reset(None, None)

    def reset(self, wanted, begin):
        """A new run. `wanted`: names in the module that is collected, None for all."""
        self.outcomes = {}
        self.stop = False
        self.wanted = wanted
        self.begin = begin
        self.test = ""

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makeitem(self, collector, name, obj):
        if self.wanted is not None and isinstance(collector, pytest.Module) and name not in self.wanted:
            return []
        return None

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef, request):
        """What a fixture that is shared runs belongs to every test."""
        if fixturedef.scope == "function":
            return (yield)
        self.begin("")
        try:
            return (yield)
        finally:
            self.begin(self.test)

    def pytest_runtest_makereport(self, item, call):
        outcome, text = "passed", None
        if call.excinfo is not None:
            skipped = isinstance(call.excinfo.value, pytest.skip.Exception)
            outcome, text = ("skipped" if skipped else "failed"), call.excinfo.exconly()[:TEXT]
        return TestReport(item.nodeid, ("", 0, ""), {}, outcome, text, call.when)

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.outcome != "passed":
            outcome = report.outcome if report.when == "call" or report.outcome == "skipped" else "error"
            self.outcomes[report.nodeid] = [outcome, str(report.longrepr or "")]
            self.stop = self.stop or outcome in ("failed", "error")


class Runner:
    """pytest, configured once; its built-in fixtures are found once, the suite's own anew for every variant."""

    def __init__(self, texts):
        idle = [name for name, word in OPTIONAL.items() if not any(word in text.lower() for text in texts)]
        blocked = [part for name in (*BLOCKED.split(), *idle) for part in ("-p", f"no:{name}")]
        chosen = [*(["--capture=no"] if "capture" not in idle else []), *(["--basetemp=/tmp/pytest"] if "tmpdir" not in idle else [])]
        with _quick_plugins(), _quick_fixtures():
            config = get_config(blocked, [])  # to read so many arguments takes long, and all that they say has been heard here
            self.config = config.hook.pytest_cmdline_parse(
                pluginmanager=config.pluginmanager, args=["--rootdir=/", "--noconftest", *chosen]
            )
            self.config._do_configure()
            self._session = Session.from_config(self.config)
            self.config.hook.pytest_sessionstart(session=self._session)
        self._fixtures = {name: _copy(value) for name, value in vars(self._session._fixturemanager).items() if isinstance(value, dict)}
        self._plugin = _Plugin()
        self.most = 0
        self.config.pluginmanager.register(self._plugin)
        self._history = len(self._registrations())
        python.importtestmodule = _import

    def _registrations(self):
        """What pluggy remembers of every plugin that was ever registered, to tell it to later ones."""
        return self.config.hook.pytest_plugin_registered._call_history

    def _reset(self):
        """The session as it was before it saw a suite."""
        session = self._session
        for name, value in self._fixtures.items():
            kept = getattr(session._fixturemanager, name)
            kept.clear()
            kept.update(_copy(value))
        del self._registrations()[self._history :]
        session._setupstate = SetupState()
        session.testsfailed, session.shouldstop, session.shouldfail, session.items = 0, False, False, []
        if hasattr(self.config, "_tmp_path_factory"):
            self.config._tmp_path_factory._basetemp = None

    def run(self, suite, only, patient, backwards, begin):
        """[[id, outcome, text], …] of the tests of `suite` (file names), in order."""
        self._reset()
        config, session, plugin = self.config, self._session, self._plugin
        plugin.reset(None, begin)
        conftests = []
        try:
            broken = self._conftests(suite, conftests)
            if not broken:
                session.items = self._collect(session, suite, only, broken)
            if self.most and len(session.items) > self.most:
                raise TooMany(len(session.items))
            if session.items:
                config.hook.pytest_collection_modifyitems(session=session, config=config, items=session.items)
            chosen = [item for item in session.items if only is None or item.nodeid in only]
            if backwards:
                chosen.reverse()
            if not any(outcome == "error" for _, outcome, _ in broken) or patient:
                self._perform(chosen, patient)
            session._setupstate.teardown_exact(None)
        finally:
            for module in conftests:
                config.pluginmanager.unregister(module)
        return broken + [[item.nodeid, *plugin.outcomes[item.nodeid]] for item in chosen if item.nodeid in plugin.outcomes]

    def _conftests(self, suite, registered):
        for file in suite:
            if file == "conftest.py":
                try:
                    module = _import(Path("/conftest.py"), self.config)
                except (Exception, Stop) as error:
                    return [[file, "error", _told(error)]]
                self.config.pluginmanager.register(module, "suite conftest")
                registered.append(module)
        return []

    def _collect(self, session, suite, only, broken):
        items = []
        for file in suite:
            wanted = (
                None
                if only is None
                else {name.partition("::")[2].partition("::")[0].partition("[")[0] for name in only if name.startswith(file + "::")}
            )
            if file == "conftest.py" or (wanted is not None and not wanted):
                continue
            self._plugin.wanted = wanted
            collector = pytest.Module.from_parent(session, path=Path("/" + file), nodeid=file)
            try:
                items += _items(collector)
            except pytest.skip.Exception as error:
                broken.append([file, "skipped", str(error)[:TEXT]])
            except (Exception, Stop) as error:
                broken.append([file, "error", _told(error)])
        return items

    def _perform(self, items, patient):
        hook, plugin = self.config.hook, self._plugin
        for number, item in enumerate(items):
            following = items[number + 1] if number + 1 < len(items) else None
            plugin.test = item.nodeid
            plugin.begin(item.nodeid)
            hook.pytest_runtest_protocol(item=item, nextitem=following)
            plugin.begin("")
            if plugin.stop and not patient:
                break


def _copy(value):
    """Dictionaries and lists, however deep; what lies in them is the same."""
    if type(value) is dict:
        return {key: _copy(each) for key, each in value.items()}
    return list(value) if type(value) is list else value


def _told(error):
    return f"{type(error).__name__}: {error}"[:TEXT]


def _items(node):
    if isinstance(node, pytest.Item):
        return [node]
    return [item for child in node.collect() for item in _items(child)]
