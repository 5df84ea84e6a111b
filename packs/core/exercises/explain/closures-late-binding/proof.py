"""Shows every claim of the answer on the menu of the question."""

from functools import partial


def build_menu():
    menu = {}
    for action in ("open", "save", "quit"):

        def on_click():
            return f"you chose {action}"

        menu[action] = on_click
    return menu


broken = build_menu()
assert [entry() for entry in broken.values()] == ["you chose quit"] * 3

# Three functions, one cell, and it holds the last value; it has outlived both the loop and build_menu.
cells = [entry.__closure__[0] for entry in broken.values()]
assert len({id(entry) for entry in broken.values()}) == 3
assert cells[0] is cells[1] is cells[2] and cells[0].cell_contents == "quit"
assert broken["open"].__code__.co_freevars == ("action",)


# The variable is read at the call: an assignment after the loop shows in all of them.
def reassigned():
    handlers = []
    for action in ("open", "save"):
        handlers.append(lambda: action)
    action = "help"
    return handlers


assert [handler() for handler in reassigned()] == ["help", "help"]


# Called inside the loop everything looks right.
def called_at_once():
    said = []
    for action in ("open", "save", "quit"):

        def on_click():
            return action

        said.append(on_click())
    return said


assert called_at_once() == ["open", "save", "quit"]


# A for makes no scope: its variable is the function's, and is there afterwards.
def after_the_loop():
    for turn in range(3):
        inside = turn
    return turn, inside


assert after_the_loop() == (2, 2)


# First cure: a default, evaluated when the def is executed.
def with_default():
    menu = {}
    for action in ("open", "save", "quit"):

        def on_click(action=action):
            return f"you chose {action}"

        menu[action] = on_click
    return menu


cured = with_default()
assert [entry() for entry in cured.values()] == ["you chose open", "you chose save", "you chose quit"]
assert cured["open"].__defaults__ == ("open",) and cured["open"].__closure__ is None
assert cured["open"]("an event") == "you chose an event"  # the hole


def keyword_only():
    menu = {}
    for action in ("open", "save", "quit"):

        def on_click(*, action=action):
            return f"you chose {action}"

        menu[action] = on_click
    return menu


assert keyword_only()["open"]() == "you chose open"
try:
    keyword_only()["open"]("an event")
except TypeError:
    pass
else:
    raise AssertionError("a positional argument must be refused")


# Second cure: each call of the factory has a variable, and a cell, of its own.
def handler_for(action):
    def on_click():
        return f"you chose {action}"

    return on_click


made = {}
for action in ("open", "save", "quit"):
    made[action] = handler_for(action)
assert [entry() for entry in made.values()] == ["you chose open", "you chose save", "you chose quit"]
assert len({id(entry.__closure__[0]) for entry in made.values()}) == 3


# Third: partial keeps the argument it was given.
def choose(action):
    return f"you chose {action}"


bound = {action: partial(choose, action) for action in ("open", "save", "quit")}
assert bound["open"]() == "you chose open" and bound["open"].args == ("open",)

# lambda and def are the same kind of object; a comprehension has one variable for all its turns.
assert type(lambda: None) is type(choose)
numbers = [lambda: n for n in range(3)]
assert [number() for number in numbers] == [2, 2, 2]
assert "n" not in globals()
