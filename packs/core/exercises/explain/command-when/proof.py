"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

import json
import pickle
from functools import partial

# A call becomes a thing: made now, run later, by somebody who knows neither function nor arguments.
log = []
waiting = [partial(log.append, "invoice"), partial(log.extend, ["mail", "archive"])]
assert log == []
for command in waiting:
    command()
assert log == ["invoice", "mail", "archive"]


# With undo: each keeps what it needs to go back.
class Rename:
    def __init__(self, names, at, new):
        self.names, self.at, self.new = names, at, new

    def execute(self):
        self.old, self.names[self.at] = self.names[self.at], self.new

    def undo(self):
        self.names[self.at] = self.old


class History:
    def __init__(self):
        self.done, self.undone = [], []

    def run(self, command):
        command.execute()
        self.done.append(command)
        self.undone.clear()

    def undo(self):
        self.undone.append(self.done.pop())
        self.undone[-1].undo()

    def redo(self):
        self.done.append(self.undone.pop())
        self.done[-1].execute()


names, history = ["a", "b"], History()
history.run(Rename(names, 0, "x"))
history.run(Rename(names, 1, "y"))
history.undo()
history.undo()
assert names == ["a", "b"]
history.redo()
assert names == ["x", "b"]
history.run(Rename(names, 1, "z"))
assert history.undone == [], "something new ends the old future"

# What travels is a name and data; closures don't.
try:
    pickle.dumps(lambda: 1)
except (pickle.PicklingError, AttributeError):
    pass
else:
    raise AssertionError("a lambda cannot be pickled")

HANDLERS = {"resize": lambda picture, width: f"{picture} at {width}"}
message = json.dumps({"do": "resize", "with": {"picture": "cat.png", "width": 80}})
job = json.loads(message)
assert HANDLERS[job["do"]](**job["with"]) == "cat.png at 80"

# A snapshot instead, for a small state.
state = {"zoom": 1}
before = dict(state)
state["zoom"] = 4
state = before
assert state == {"zoom": 1}
