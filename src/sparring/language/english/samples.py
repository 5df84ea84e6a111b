"""Sentences with their mistakes marked, for measuring readers: `I [have=>am] 34 years [=>old].`; a line without marks is right."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[([^\]]*?)=>([^\]]*?)\]")
Spans = Sequence[tuple[int, int]]
NEAR = 1
"""Characters that a mark may lie beside a mistake: a missing word has no width, its place is the blank."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence and the stretches that are wrong in it, none in a right one."""

    text: str
    mistakes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader made of a set: mistakes that it marked of all, right sentences in which it marked something of all, marks beside no mistake."""

    found: int
    mistakes: int
    alarmed: int
    right: int
    beside: int

    @property
    def recall(self) -> float:
        """Share of the mistakes that were marked."""
        return self.found / self.mistakes if self.mistakes else 1.0

    @property
    def false_alarms(self) -> float:
        """Share of the right sentences in which something was marked."""
        return self.alarmed / self.right if self.right else 0.0


def read_samples(path: Path) -> list[Sample]:
    """The sentences of a set; lines that begin with # are about it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_sample(line) for line in lines if line.strip() and not line.startswith("#")]


def _sample(line: str) -> Sample:
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    return Sample(text + line[at:], tuple(spans))


def measured(samples: Iterable[Sample], reader: Callable[[str], Spans]) -> Told:
    """What `reader` (a text's marked stretches) makes of the samples."""
    found = mistakes = alarmed = right = beside = 0
    for sample in samples:
        marks = reader(sample.text)
        if not sample.mistakes:
            right += 1
            alarmed += bool(marks)
            continue
        mistakes += len(sample.mistakes)
        found += sum(any(_touch(mark, mistake) for mark in marks) for mistake in sample.mistakes)
        beside += sum(not any(_touch(mark, mistake) for mistake in sample.mistakes) for mark in marks)
    return Told(found, mistakes, alarmed, right, beside)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] + NEAR and other[0] <= one[1] + NEAR
