"""The suite under unittest: loaded anew for every variant."""

import sys
import unittest

from sparring_stage_guard import Stop, TooMany

TEXT = 1000


class _Result(unittest.TestResult):
    """Keeps every test's outcome by its id."""

    def __init__(self, begin):
        super().__init__()
        self.outcomes = {}
        self._begin = begin

    def startTest(self, test):
        super().startTest(test)
        self.outcomes[test.id()] = ["error", "it did not finish"]
        self._begin(test.id())

    def stopTest(self, test):
        super().stopTest(test)
        self._begin("")

    def addSuccess(self, test):
        self.outcomes[test.id()] = ["passed", ""]

    def addFailure(self, test, err):
        self._failed(test, "failed", err)

    def addError(self, test, err):
        self._failed(test, "error", err)

    def _failed(self, test, outcome, err):
        self.outcomes[test.id()] = [outcome, f"{err[0].__name__}: {err[1]}"[:TEXT]]
        if self.failfast:
            self.stop()

    def addSkip(self, test, reason):
        self.outcomes[test.id()] = ["skipped", str(reason)[:TEXT]]

    def addExpectedFailure(self, test, err):
        self.outcomes[test.id()] = ["passed", ""]

    def addUnexpectedSuccess(self, test):
        self._failed(test, "failed", (AssertionError, "unexpected success"))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed(test, "failed", err)


class Runner:
    """unittest's loader and suites."""

    config = None
    most = 0

    def begin(self, most):
        """Of more tests than `most` (0: as many as there are) none is run from now on."""
        self.most = most

    def run(self, suite, phases, patient, backwards, begin):
        """[[id, outcome, text], …] of the tests of `suite` (file names): all of them in order, where `phases` is None; else those ids first, then these."""
        rank = {test: number for number, phase in enumerate(phases or ()) for test in phase}
        result, tests, broken = _Result(begin), [], []
        result.failfast = not patient
        for file in suite:
            name = file.removesuffix(".py")
            if name == "conftest" or (phases is not None and not any(each.startswith(name + ".") for each in rank)):
                continue
            try:
                __import__(name)
                tests += [
                    test
                    for test in _flat(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[name]))
                    if phases is None or test.id() in rank
                ]
            except unittest.SkipTest as error:
                broken.append([file, "skipped", str(error)[:TEXT]])
            except (Exception, Stop) as error:
                broken.append([file, "error", f"{type(error).__name__}: {error}"[:TEXT]])
        if self.most and len(tests) > self.most:
            raise TooMany(len(tests))
        if phases is not None:
            tests.sort(key=lambda test: rank[test.id()])
        if backwards:
            tests = _backwards(tests)
        if not any(outcome == "error" for _, outcome, _ in broken) or patient:
            unittest.TestSuite(tests).run(result)
        return broken + [[name, *told] for name, told in result.outcomes.items()]


def _backwards(tests):
    """The other way round, each class's tests still together: their shared set-up is theirs."""
    classes = {}
    for test in reversed(tests):
        classes.setdefault(type(test), []).append(test)
    return [test for each in classes.values() for test in each]


def _flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from _flat(test)
        else:
            yield test
