"""Draws a step: frames on the left, objects to the right of what refers to them, arrows between. Nothing is in the picture that is not in the words.

Units are SVG user units, one to a pixel. A column holds the objects that are as many references away from a name; an arrow leaves its row on the right and comes into its object's
first line on the left, past the boxes in between.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sparring.judge.trace import Change, FrameView, Step, Thing
from sparring.judge.trace.telling import called
from sparring.usecases.lab.view import inline

ROW, PAD, GAP, BETWEEN, CHARACTER, SMALL = 21, 9, 16, 54, 7.85, 6.7
MOST_CHARACTERS = 26
MOST_BOXES = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a box: its text, what stands there (`value`) or the arrow's beginning (`dot`), and how it changed: '', `bound`, `rebound` or `mutated`."""

    label: str
    value: str
    y: float
    dot: bool
    mark: str = ""
    shared: bool = False


@dataclass(slots=True)
class Box:
    """A frame or an object. `kind`: `frame`, `thing`; `state`: '', `active` (where it happens), `mutated`, `fresh`, `lost`."""

    kind: str
    title: str
    about: str
    rows: list[Row]
    width: float
    height: float
    state: str = ""
    x: float = 0.0
    y: float = 0.0
    to: list[tuple[int, int]] = field(default_factory=list)  # (row, serial)

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Arrow:
    """A reference: an SVG path, and whether it is new."""

    path: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn. `left_out`: objects for which there was no room."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float
    left_out: int


def draw(step: Step, changed: tuple[Change, ...]) -> Picture:
    """The picture of a step."""
    return _Drawing(step, changed).picture()


class _Drawing:
    def __init__(self, step: Step, changed: tuple[Change, ...]) -> None:
        self._step = step
        self._names = {(change.serial, change.name): change.what for change in changed if change.name}
        self._parts = {(change.now, part.label) for change in changed if change.what == "mutated" for part in change.parts}
        self._mutated = {change.now for change in changed if change.what == "mutated"}
        self._fresh = {change.now for change in changed if change.what in ("bound", "rebound")}
        self._boxes: dict[int, Box] = {}

    def picture(self) -> Picture:
        frames = [self._frame(frame) for frame in self._step.frames]
        columns, left_out = self._columns()
        x, y = 1.0, 1.0
        for box in frames:
            box.x, box.y = x, y
            y += box.height + GAP
        height = y
        x += max((box.width for box in frames), default=0.0) + BETWEEN
        for column in columns:
            y = 1.0
            for serial in column:
                box = self._boxes[serial]
                box.x, box.y = x, y
                y += box.height + GAP
            height = max(height, y)
            x += max(self._boxes[serial].width for serial in column) + BETWEEN
        arrows = tuple(arrow for box in (*frames, *self._boxes.values()) for arrow in self._arrows(box))
        return Picture((*frames, *self._boxes.values()), arrows, max(1.0, x - BETWEEN + 14), max(1.0, height - GAP + 2), left_out)

    def _frame(self, frame: FrameView) -> Box:
        rows, to = [], []
        for index, name in enumerate(frame.names):
            mark = self._names.get((frame.serial, name.name), "")
            rows.append(self._row(index, name.name, name.to, mark, bool(name.shared)))
            if rows[-1].dot:
                to.append((index, name.to))
        title = "module" if frame.kind == "module" else frame.function.rpartition("<locals>.")[2]
        box = self._box("frame", title, f"{frame.line}", rows, to)
        box.state = "active" if frame is self._step.frame else ""
        return box

    def _row(self, index: int, label: str, serial: int, mark: str, shared: bool = False) -> Row:
        thing = self._step.things.get(serial)
        boxed = thing is not None and not inline(thing)
        value = "" if boxed else (_short(thing) if thing else "…")
        return Row(_cut(label, 18), _cut(value, MOST_CHARACTERS), ROW * (index + 1) + 15.0, boxed, mark, shared)

    def _box(self, kind: str, title: str, about: str, rows: list[Row], to: list[tuple[int, int]]) -> Box:
        widest = max((len(row.label) + (len(row.value) + 2 if row.value else 3) + 2 * bool(row.mark) for row in rows), default=0)
        heading = CHARACTER * len(title) + SMALL * len(about) + 14
        return Box(kind, title, about, rows, max(CHARACTER * widest, heading, 70) + 2 * PAD, ROW * (len(rows) + 1) + 6, to=to)

    def _thing(self, thing: Thing) -> Box:
        rows: list[Row] = []
        to: list[tuple[int, int]] = []
        for item in thing.items:
            mark = "mutated" if (thing.serial, item.label) in self._parts else ""
            label = item.label
            if item.key:
                key = self._step.things.get(item.key)
                label = called(key) if key else "…"
                if key is not None and not inline(key):
                    to.append((len(rows), item.key))
            rows.append(self._row(len(rows), label, item.to, mark))
            if rows[-1].dot:
                to.append((len(rows) - 1, item.to))
        if thing.more:
            rows.append(Row(f"… +{thing.more}", "", ROW * (len(rows) + 1) + 15.0, False))
        about = " · ".join(
            part for part in (f"{thing.size} B" if thing.size else "", f"×{thing.references}" if thing.references >= 0 else "") if part
        )
        text = f"{thing.text} " if thing.kind in ("generator", "cell") and thing.text else ""
        name = _short(thing)
        title = text + (name if thing.kind not in ("function", "class") else f"{name} #{thing.serial}")
        return self._box("thing", _cut(title, 34), about, rows, to)

    def _columns(self) -> tuple[list[list[int]], int]:
        """The objects by how far they are from a name; those that no name reaches stand in the first column, last."""
        columns: list[list[int]] = []
        placed: set[int] = set()
        left_out = 0
        level = [name.to for frame in self._step.frames for name in frame.names] + ([self._step.value] if self._step.value else [])
        while level:
            column = [serial for serial in dict.fromkeys(level) if self._is_boxed(serial) and serial not in placed]
            room = max(0, MOST_BOXES - len(placed))
            left_out += len(column[room:])
            column = column[:room]
            placed.update(column)
            for serial in column:
                self._boxes[serial] = self._made(serial, "")
            if column:
                columns.append(column)
            level = [each for serial in column for item in self._step.things[serial].items for each in (item.key, item.to) if each]
        lost = [
            serial for serial in self._step.things if serial not in placed and self._is_boxed(serial) and serial not in self._step.reached()
        ]
        lost = lost[: max(0, MOST_BOXES - len(placed))]
        for serial in lost:
            self._boxes[serial] = self._made(serial, "lost")
        if lost:
            columns[:1] = [[*(columns[0] if columns else []), *lost]]
        return columns, left_out

    def _made(self, serial: int, state: str) -> Box:
        box = self._thing(self._step.things[serial])
        box.state = state or ("mutated" if serial in self._mutated else "fresh" if serial in self._fresh else "")
        return box

    def _is_boxed(self, serial: int) -> bool:
        thing = self._step.things.get(serial)
        return thing is not None and not inline(thing)

    def _arrows(self, box: Box) -> Iterator[Arrow]:
        for index, serial in box.to:
            target = self._boxes.get(serial)
            if target is None:
                continue
            row = box.rows[index]
            yield Arrow(_path(box.right - PAD, box.y + row.y - 5, target.x, target.y + 13, box.right), row.mark != "")


def _short(thing: Thing) -> str:
    """How an object is called in the picture, where a function's brackets tell what it is."""
    return (thing.text if thing.kind == "function" else called(thing)).rpartition("<locals>.")[2]


def _path(x1: float, y1: float, x2: float, y2: float, edge: float) -> str:
    """From a row to a box: a gentle curve to the right; a loop out and back in where the box stands further left."""
    if x2 > edge:
        bend = max(24.0, (x2 - x1) / 2)
        return f"M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2 - 2:.0f} {y2:.0f}"
    out = edge + 22
    return f"M{x1:.0f} {y1:.0f} C{out + 12:.0f} {y1:.0f} {out + 12:.0f} {y2 - 16:.0f} {edge - 20:.0f} {y2 - 14:.0f} S{x2 - 34:.0f} {y2 - 6:.0f} {x2 - 2:.0f} {y2:.0f}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
