"""The suite under real pytest: one configuration, and for every variant a session of its own with its own collection."""

import contextlib
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from _pytest import python
from _pytest.config import get_config
from _pytest.fixtures import FixtureFunctionDefinition, FixtureManager
from _pytest.main import Session
from _pytest.outcomes import Exit
from _pytest.reports import TestReport
from _pytest.runner import CallInfo, SetupState
from _pytest.skipping import xfailed_key
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
ATTENDED = {"stage", "session", "runner", "skipping", "unittest", "assertion"}
OTHERWISE = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR


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
        found = {name: value for name, value in vars(holder).items() if isinstance(value, FixtureFunctionDefinition)}
        if found:
            parse(self, holder=holder if type(holder) is not ModuleType else _module(holder.__name__, found), **named)

    FixtureManager.parsefactories = quick
    try:
        yield
    finally:
        FixtureManager.parsefactories = parse


def _module(name, values):
    module = ModuleType(name)
    vars(module).update(values)
    return module


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
    """Keeps every test's outcome; spares the making of long reports, which nobody reads."""

    def __init__(self):
        self.reset(None)

    def reset(self, begin):
        """A new run."""
        self.outcomes = {}
        self.stop = False
        self.begin = begin
        self.test = ""

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
        self.telling = False
        """Whether a failing assert says what it compared."""
        self._plain, self._order, self._hooked = True, [], False
        self.config.pluginmanager.register(self._plugin, "stage")
        self._history = len(self._registrations())
        self._usual = _usual(self.config)
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

    def begin(self, most):
        """What runs next is a rehearsal; of more tests than `most` (0: as many as there are) none is run from now on."""
        self.most, self._order = most, []

    def run(self, suite, phases, patient, backwards, begin):
        """[[id, outcome, text], …] of the tests of `suite` (file names): all of them in order, where `phases` is None; else those ids first, then these.

        Of `phases` nothing is collected before what comes first has passed: most of what a mutant costs would be to collect tests that it never meets.
        """
        self._reset()
        config, session, plugin = self.config, self._session, self._plugin
        plugin.reset(begin)
        conftests = []
        try:
            broken = self._conftests(suite, conftests)
            self._hooked = bool(conftests)
            if phases is None or not self._plain:
                chosen = self._whole(suite, phases, patient, backwards, broken)
            else:
                chosen = [] if broken else self._lazily(suite, phases, patient, broken)
            session._setupstate.teardown_exact(None)
        finally:
            for module in conftests:
                config.pluginmanager.unregister(module)
        return broken + [[item.nodeid, *plugin.outcomes[item.nodeid]] for item in chosen if item.nodeid in plugin.outcomes]

    def _whole(self, suite, phases, patient, backwards, broken):
        """All at once; the items, in order."""
        session, config = self._session, self.config
        if not broken:
            session.items = self._collect(suite, broken)
        if self.most and len(session.items) > self.most:
            raise TooMany(len(session.items))
        found = list(session.items)
        if session.items:
            config.hook.pytest_collection_modifyitems(session=session, config=config, items=session.items)
        chosen = list(session.items)
        if not self._order:  # the rehearsal: a suite whose tests are put into another order, or left out, is never run in parts
            self._plain, self._order = chosen == found, [item.nodeid for item in chosen]
        if phases is not None:
            rank = {test: number for number, phase in enumerate(phases) for test in phase}
            chosen = sorted((item for item in chosen if item.nodeid in rank), key=lambda item: rank[item.nodeid])
        if backwards:
            chosen.reverse()
        if not any(outcome == "error" for _, outcome, _ in broken) or patient:
            self._perform(chosen, patient)
        return chosen

    def _lazily(self, suite, phases, patient, broken):
        """One name of a test file after the other: a function with all its parameters, a class with all its tests. The items that ran, in order."""
        session, plugin = self._session, self._plugin
        plan = self._planned(suite, phases)
        files, found, done = {}, {}, []
        for number, (file, name, wanted) in enumerate(plan):
            following = plan[number + 1][0] if number + 1 < len(plan) else None
            try:
                if file not in files:
                    files[file] = _opened(session, file)
                if (file, name) not in found:
                    found[file, name] = self._named(files[file], name)
            except pytest.skip.Exception as error:
                broken.append([file, "skipped", str(error)[:TEXT]])
                continue
            except (Exception, Stop) as error:
                broken.append([file, "error", _told(error)])
                if patient:
                    continue
                break
            chosen = [item for item in found[file, name] if item.nodeid in wanted]
            done += chosen
            self._perform(chosen, patient, files[file] if following == file else session if following else None)
            if plugin.stop and not patient:
                break
        return done

    def _planned(self, suite, phases):
        """[(file, name in it, ids), …] in the order in which they run."""
        plan = []
        for phase in phases:
            for file in suite:
                names = {}
                for test in self._order:
                    if test in phase and test.startswith(file + "::"):
                        names.setdefault(_top(test), set()).add(test)
                plan += [(file, name, wanted) for name, wanted in names.items()]
        return plan

    def _named(self, collector, name):
        """The items that one name of a module stands for."""
        if name not in vars(collector.obj):
            return []
        if not self._hooked and f"{collector.nodeid}::{name}" in self._order and (item := _bare(collector, name)):
            return [item]
        made = collector.ihook.pytest_pycollect_makeitem(collector=collector, name=name, obj=vars(collector.obj)[name])
        items = [item for node in (made if isinstance(made, list) else [made] if made else []) for item in _items(node)]
        if self._hooked or len(items) > 1:
            self.config.hook.pytest_collection_modifyitems(session=self._session, config=self.config, items=items)
        return items

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

    def _collect(self, suite, broken):
        items = []
        for file in suite:
            if file == "conftest.py":
                continue
            collector = pytest.Module.from_parent(self._session, path=Path("/" + file), nodeid=file)
            try:
                items += _items(collector)
            except pytest.skip.Exception as error:
                broken.append([file, "skipped", str(error)[:TEXT]])
            except (Exception, Stop) as error:
                broken.append([file, "error", _told(error)])
        return items

    def _perform(self, items, patient, after=None):
        """Run them; `after`: the node that is still needed afterwards."""
        hook, plugin = self.config.hook, self._plugin
        quick = self._usual and not self._hooked and not self.telling
        for number, item in enumerate(items):
            following = items[number + 1] if number + 1 < len(items) else after
            plugin.test = item.nodeid
            plugin.begin(item.nodeid)
            if quick and type(item) is pytest.Function:
                self._attend(item, following)
            else:
                hook.pytest_runtest_protocol(item=item, nextitem=following)
            plugin.begin("")
            if plugin.stop and not patient:
                break

    def _attend(self, item, following):
        """The protocol of pytest for a function, without the reports that nobody reads: of what goes well only that it does."""
        hook, session = self.config.hook, self._session
        try:
            if self._went(item, "setup", lambda: hook.pytest_runtest_setup(item=item)):
                self._went(item, "call", lambda: hook.pytest_runtest_call(item=item))
            after = None if session.shouldfail or session.shouldstop else following
            self._went(item, "teardown", lambda: hook.pytest_runtest_teardown(item=item, nextitem=after))
        finally:
            item._request, item.funcargs = False, None

    def _went(self, item, when, act):
        """Whether it went well: what is asked of pytest only where it does not go as it mostly does."""
        try:
            act()
        except (Exit, KeyboardInterrupt):
            raise
        except BaseException as error:
            caught = error
            if when == "call" and _plain(error) and item.stash.get(xfailed_key, None) is None:
                self._plugin.outcomes[item.nodeid] = ["failed", ": ".join(("AssertionError", *error.args))[:TEXT]]
                self._plugin.stop = True
                return False
        else:
            caught = None
            if item.stash.get(xfailed_key, None) is None:
                if when == "call":
                    self._plugin.outcomes[item.nodeid] = ["passed", ""]
                return True
        call = CallInfo.from_call(lambda: _raise(caught), when, (Exit, KeyboardInterrupt))
        report = self.config.hook.pytest_runtest_makereport(item=item, call=call)
        self._plugin.pytest_runtest_logreport(report)
        return report.passed


def _usual(config):
    """Whether no plugin wants to see a test's reports, or anything around it, but those that `_attend` knows."""
    hooks = config.hook.pytest_runtest_protocol, config.hook.pytest_runtest_makereport, config.hook.pytest_runtest_logreport
    return {each.plugin_name for hook in hooks for each in hook.get_hookimpls()} <= ATTENDED


def _plain(error):
    """Whether it is an assert that says nothing but a text."""
    return type(error) is AssertionError and all(type(each) is str for each in error.args) and len(error.args) < 2 and not vars(error)


def _raise(error):
    if error is not None:
        raise error


def _bare(collector, name):
    """The item of a function that nothing can make several of, change or leave out: no mark, no fixture with parameters. None of any other."""
    space = vars(collector.obj)
    function = space[name]
    if (
        type(function) is not FunctionType
        or vars(function)
        or function.__code__.co_flags & OTHERWISE
        or "pytestmark" in space
        or "pytest_generate_tests" in space
    ):
        return None
    item = pytest.Function.from_parent(collector, name=name)
    made = item._fixtureinfo.name2fixturedefs
    return None if made and any(each.params for row in made.values() for each in row) else item


def _opened(session, file):
    """A test module that was imported and whose fixtures are known, with nothing collected."""
    collector = pytest.Module.from_parent(session, path=Path("/" + file), nodeid=file)
    if getattr(collector.obj, "__test__", True):
        collect, parse = python.PyCollector.collect, FixtureManager.parsefactories
        python.PyCollector.collect = lambda node: []
        if not any(isinstance(value, FixtureFunctionDefinition) for value in vars(collector.obj).values()):
            FixtureManager.parsefactories = lambda manager, *named: None
        try:
            collector.collect()
        finally:
            python.PyCollector.collect, FixtureManager.parsefactories = collect, parse
    return collector


def _top(test):
    """The name in its file that a test's id begins with."""
    return test.partition("::")[2].partition("::")[0].partition("[")[0]


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
