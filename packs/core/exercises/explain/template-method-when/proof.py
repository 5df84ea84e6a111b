"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

import unittest
from abc import ABC, abstractmethod

told = []


class Import(ABC):
    def run(self, text):
        rows = self.read(text)
        kept = [row for row in rows if self.keep(row)]
        self.done(len(kept))
        return kept

    @abstractmethod
    def read(self, text): ...

    def keep(self, row):
        return bool(row)

    def done(self, rows):
        """A hook: nothing unless somebody overrides it."""


class Lines(Import):
    def read(self, text):
        return text.splitlines()


class Fields(Import):
    def read(self, text):
        return text.split(";")

    def done(self, rows):
        told.append(rows)


# The order is written once, the base class calls the steps.
assert Lines().run("a\n\nb") == ["a", "b"] and told == []
assert Fields().run("a;b") == ["a", "b"] and told == [2]
assert Lines.run is Fields.run is Import.run


# A forgotten step fails when the object is made, not at night when it runs.
class Forgot(Import):
    pass


try:
    Forgot()
except TypeError as error:
    assert "read" in str(error)
else:
    raise AssertionError("an abstract step is missing")


# unittest calls the steps in its own order.
class Case(unittest.TestCase):
    def setUp(self):
        told.append("setUp")

    def test_it(self):
        told.append("test")

    def tearDown(self):
        told.append("tearDown")


told.clear()
unittest.TestLoader().loadTestsFromTestCase(Case).run(unittest.TestResult())
assert told == ["setUp", "test", "tearDown"]


# The same without inheritance: the steps are handed in.
def run(text, read, keep=bool, done=lambda rows: None):
    kept = [row for row in read(text) if keep(row)]
    done(len(kept))
    return kept


assert run("a\n\nb", str.splitlines) == Lines().run("a\n\nb")
assert run("a;b", lambda text: text.split(";"), done=told.append) == ["a", "b"] and told[-1] == 2
