"""Runs a candidate's test suite beside the candidate's code and tells every test's outcome; what is believed of it is decided outside."""

import importlib
import io
import sys
import unittest
from typing import Any

Told = list[list[str]]


def run(framework: str, folder: str) -> Told:
    """[[id, outcome, text], …] of every test in `folder`, in the order of collection; outcome is passed, failed, error or skipped.

    A file that cannot be collected is an `error` under its own name.
    """
    return _Pytest().run(folder) if framework == "pytest" else _unittest(folder)


def warm_up() -> None:
    """Import what pytest imports only when it runs."""
    for name in importlib.import_module("_pytest.config").default_plugins:
        importlib.import_module(f"_pytest.{name}")


class _Pytest:
    """A pytest plugin that keeps what was collected and what came of it."""

    def __init__(self) -> None:
        self.collected: list[str] = []
        self.outcomes: dict[str, list[str]] = {}

    def run(self, folder: str) -> Told:
        pytest = importlib.import_module("pytest")
        options = [
            "-p",
            "no:cacheprovider",
            "-p",
            "no:faulthandler",
            "-q",
            "--continue-on-collection-errors",
            "--rootdir",
            folder,
            "-o",
            "addopts=",
            folder,
        ]
        pytest.main(options, plugins=[self])
        names = [*self.collected, *(name for name in self.outcomes if name not in set(self.collected))]
        return [[name, *self.outcomes.get(name, ["error", "it did not run"])] for name in names]

    def pytest_collection_finish(self, session: Any) -> None:
        self.collected = [item.nodeid for item in session.items]

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.outcomes[report.nodeid] = ["error", str(report.longrepr)[-2000:]]

    def pytest_runtest_logreport(self, report: Any) -> None:
        text = str(report.longrepr)[-2000:] if report.longrepr else ""
        if report.when == "call" or report.outcome != "passed":
            outcome = report.outcome if report.when == "call" or report.outcome == "skipped" else "error"
            self.outcomes[report.nodeid] = [outcome, text]


class _Result(unittest.TestResult):
    """Keeps every test's outcome by its id."""

    def __init__(self) -> None:
        super().__init__()
        self.outcomes: dict[str, list[str]] = {}

    def startTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        super().startTest(test)
        self.outcomes[test.id()] = ["error", "it did not finish"]

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        self.outcomes[test.id()] = ["passed", ""]

    def addFailure(self, test: unittest.TestCase, err: Any) -> None:  # noqa: N802
        self.outcomes[test.id()] = ["failed", repr(err[1])[:2000]]

    def addError(self, test: unittest.TestCase, err: Any) -> None:  # noqa: N802
        self.outcomes[test.id()] = ["error", repr(err[1])[:2000]]

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:  # noqa: N802
        self.outcomes[test.id()] = ["skipped", reason[:2000]]

    def addExpectedFailure(self, test: unittest.TestCase, err: Any) -> None:  # noqa: ARG002, N802
        self.outcomes[test.id()] = ["passed", ""]

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        self.outcomes[test.id()] = ["failed", "unexpected success"]

    def addSubTest(self, test: unittest.TestCase, subtest: unittest.TestCase, err: Any) -> None:  # noqa: ARG002, N802
        if err is not None:
            self.outcomes[test.id()] = ["failed", repr(err[1])[:2000]]


def _unittest(folder: str) -> Told:
    result = _Result()
    suite = unittest.TestLoader().discover(folder, "test*.py", folder)
    output, sys.stdout = sys.stdout, io.StringIO()
    try:
        suite.run(result)
    finally:
        sys.stdout = output
    return [[name, *told] for name, told in result.outcomes.items()]
