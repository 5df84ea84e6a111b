"""What became different from one step to the next: names bound to other objects, objects changed in place, objects freed. Two different things, told apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sparring.judge.trace.model import FrameView, Item, Name, Step, Thing

MOST_PARTS = 4
PASSING = frozenset(["atom", "builtin", "module", "library", "opaque", "method"])
"""Kinds that come and go without a word."""

HOLDING = frozenset(["sequence", "dict", "object", "class"])
"""Kinds whose parts have places that can be written down."""

DEEP, MOST_SHOWN = 2, 4
"""How far from a name places are looked for, and how many are told."""

SILENT = frozenset(["generator", "module", "cell"])
"""Kinds whose content moves by itself, or is told with the name that shows it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an object before and after: serials, 0 where there was none or is none any more."""

    label: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `what` says of which kind.

    `bound`, `rebound`, `unbound`: the name `name` of `frame` (a function's qualified name; `serial` tells its calls apart) from `was` to `now` (serials, 0 for none);
    `mutated`: the object `now` was changed in place, in `parts` (and `more` of them), and the names in `through` all show it (`a`, `copy[0]`);
    `lost`: no name leads to the object any more, but it is still there; `freed`: it is gone.
    """

    what: str
    frame: str = ""
    name: str = ""
    was: int = 0
    now: int = 0
    parts: tuple[Part, ...] = ()
    more: int = 0
    through: tuple[str, ...] = ()
    serial: int = 0


def changes(before: Step | None, now: Step) -> tuple[Change, ...]:
    """What is different at `now`; nothing is before the first step."""
    if before is None:
        return ()
    names, mutated = (*_names(before, now),), (*_mutated(before, now),)
    return (*names, *(one for one in mutated if not _told_by_others(one, names, mutated, now)), *_left(before, now))


def _names(before: Step, now: Step) -> Iterator[Change]:
    """Names of the frames that are under way at both steps, and what a new frame begins with."""
    known = {frame.serial: frame for frame in before.frames}
    for frame in now.frames:
        old = known.get(frame.serial)
        if old is not None:
            yield from _frame(old, frame)
        elif now.event == "call" and frame is now.frame:
            yield from (
                Change("bound", frame.function, name.name, 0, name.to, serial=frame.serial) for name in frame.names if name.shared != "free"
            )


def _frame(old: FrameView, new: FrameView) -> Iterator[Change]:
    was: Mapping[str, Name] = {name.name: name for name in old.names}
    still = {name.name for name in new.names}
    for name in new.names:
        previous = was.get(name.name)
        if previous is None:
            yield Change("bound", new.function, name.name, 0, name.to, serial=new.serial)
        elif previous.to != name.to:
            yield Change("rebound", new.function, name.name, previous.to, name.to, serial=new.serial)
    for name in old.names:
        if name.name not in still:
            yield Change("unbound", new.function, name.name, name.to, 0, serial=new.serial)


def _mutated(before: Step, now: Step) -> Iterator[Change]:
    for serial, thing in now.things.items():
        old = before.things.get(serial)
        if (
            old is None
            or old is thing
            or thing.kind in SILENT
            or (old.items == thing.items and old.text == thing.text and old.more == thing.more)
        ):
            continue
        parts = [*_parts(old, thing)]
        if parts or old.text != thing.text or old.more != thing.more or reordered(old, thing):
            shown = shown_by(now, serial)
            yield Change("mutated", now=serial, parts=tuple(parts[:MOST_PARTS]), more=max(0, len(parts) - MOST_PARTS), through=shown)


def _told_by_others(one: Change, names: tuple[Change, ...], mutated: tuple[Change, ...], now: Step) -> bool:
    """Whether a dictionary without a name is but where an object or the body of a class keeps its names, and these are told already."""
    if now.things[one.now].kind != "dict" or one.through:
        return False
    parts = {(part.label.strip("'\""), part.now) for part in one.parts}
    bound = {(each.name, each.now) for each in names if each.what != "unbound"}
    held = [{(part.label.removeprefix("."), part.now) for part in other.parts} for other in mutated if other is not one]
    told = [bound, *held] if bound else held
    return any({part for part in parts if not part[0].startswith("__")} <= each for each in told)


def reordered(old: Thing, new: Thing) -> bool:
    """Whether the same labelled parts stand in another order (`OrderedDict.move_to_end`)."""
    was, now = ([item.label for item in thing.items] for thing in (old, new))
    return was != now and all(was) and sorted(was) == sorted(now)


def _parts(old: Thing, new: Thing) -> Iterator[Part]:
    if any(not item.label for item in (*old.items, *new.items)):  # a set, or keys that have parts themselves
        was, still = {item.to for item in old.items}, {item.to for item in new.items}
        yield from (Part("", 0, each) for each in still - was)
        yield from (Part("", each, 0) for each in was - still)
        return
    before = {item.label: item.to for item in old.items}
    after = {item.label: item.to for item in new.items}
    for label, to in after.items():
        if before.get(label, 0) != to:
            yield Part(label, before.get(label, 0), to)
    for label, to in before.items():
        if label not in after:
            yield Part(label, to, 0)


def names_of(step: Step, serial: int) -> tuple[str, ...]:
    """The names that stand for an object at a step, each once, innermost frame first."""
    return tuple(dict.fromkeys(name.name for frame in reversed(step.frames) for name in frame.names if name.to == serial))


def shown_by(step: Step, serial: int) -> tuple[str, ...]:
    """What shows an object at a step: the names that stand for it, and a place in each other object that holds it and has a name (`copy[0]`, `self.items`)."""
    found = [*names_of(step, serial)]
    layer = [(name.name, name.to) for frame in reversed(step.frames) for name in frame.names]
    seen = {serial}
    for _ in range(DEEP):
        below: list[tuple[str, int]] = []
        for path, holder in layer:
            thing = step.things.get(holder)
            if thing is None or holder in seen or thing.kind not in HOLDING:
                continue
            seen.add(holder)
            inside = [
                (path + (item.label if item.label[0] == "." else f"[{item.label}]"), item.to) for item in thing.items if _is_place(item)
            ]
            found += [place for place, to in inside if to == serial][:1]
            below += inside
        layer = below
    return tuple(dict.fromkeys(found))[:MOST_SHOWN]


def _is_place(item: Item) -> bool:
    return bool(item.label) and not item.key and (item.label[0] in ".'\"" or item.label.lstrip("-").isdecimal())


def _left(before: Step, now: Step) -> Iterator[Change]:
    """What lost its last name, and what is gone. Values without parts come and go all the time: they are not told."""
    reached, was = now.reached(), before.reached()
    for serial, thing in before.things.items():
        if thing.kind in PASSING or now.cut or before.cut:
            continue
        if serial not in now.things:
            yield Change("freed", was=serial)
        elif serial in was and serial not in reached and serial not in now.held:
            yield Change("lost", was=serial, now=serial)
