"""Runs the snippet and compares, line by line, with what was predicted."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Printed
from sparring.core.exercise import Exercise
from sparring.core.problem import JudgeError, Problem
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict
from sparring.kinds.format import Reader, exercise, prose_slot, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.predict.schema import Mistake, PredictFile, PredictSpec
from sparring.kinds.reading import read_parts
from sparring.sandbox.interface import Raised, StepOutcome, Stopped, Unreadable

HINT_COST = 0.1
LONGEST = 25


class Predict:
    """The kind `predict`."""

    id = "predict"

    def load(self, folder: Folder) -> Exercise[PredictSpec] | tuple[Problem, ...]:
        """Read the folder; the snippet is shown below the prompt."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", PredictFile)
        snippet = reader.source("snippet.py")
        prompt = reader.text("prompt")
        explanation = reader.text("explanation", required=folder.complete)
        if table is None or snippet is None or prompt is None:
            return tuple(reader.problems)
        mistakes = tuple(Mistake(normal(mistake.output), mistake.text()) for mistake in table.mistakes)
        return exercise(
            folder,
            table,
            reader,
            prompt=_with_snippet(prompt, snippet),
            slots=(prose_slot("output"),),
            spec=PredictSpec(snippet, table.deciding_line, mistakes),
            reveal=section("predict.explanation", explanation),
            answer_once=True,
        )

    def read(self, exercise: Exercise[PredictSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The predicted output."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[PredictSpec], answer: Answer, tools: Tools) -> Verdict:
        """Running would tell the answer: the same as grading."""
        return self.grade(exercise, answer, tools)

    def grade(self, exercise: Exercise[PredictSpec], answer: Answer, tools: Tools) -> Verdict:
        """Right when every line is; partly right when the prediction goes wrong after some right lines.

        What it prints is evidence only of a right prediction, or for who has been shown it (`revealed` in the log): that answer supports no level.
        """
        outcome = run_snippet(exercise, tools)
        expected, got = printed(outcome), normal(answer.prose("output").text)
        evidence = _evidence(exercise.spec, expected, got, revealed=answer.count("revealed") > 0)
        hints = answer.count("hint")
        cost = Cost(outcome.instructions)
        engine = tools.judge.engine_id
        if evidence.differs == 0:
            finding = Finding(
                "output", True, Message("predict.right"), evidence, Dimension.PYTHON_DEPTH, _level(answer, 3 if hints == 0 else 2)
            )
            score = max(0.0, 1 - HINT_COST * hints)
            return Verdict(Outcome.CORRECT, Status.PASSED, score, True, (finding,), finding.message, engine, cost)
        right = evidence.differs - 1
        level = _level(answer, 2 if right else 1)
        finding = Finding("output", False, _wrong(exercise.spec, evidence, got), evidence, Dimension.PYTHON_DEPTH, level)
        score = max(0.0, round(0.5 * right / max(len(expected.splitlines()), 1) - HINT_COST * hints, 3))
        outcome_ = Outcome.PARTIAL if right else Outcome.INCORRECT
        return Verdict(
            outcome_, Status.WRONG_ANSWER, score, False, (finding,), Message("predict.wrong", {"line": evidence.differs}), engine, cost
        )

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """The snippet runs, prints, is no riddle of length; the mistakes are mistakes, and different ones."""
        return [*_prove(exercise, tools)]


def run_snippet(exercise: Exercise[PredictSpec], tools: Tools) -> StepOutcome:
    """What the snippet does; JudgeError if it cannot be run at all."""
    outcome = tools.judge.execute({"snippet.py": exercise.spec.snippet}, "snippet.py", exercise.budget)
    if isinstance(outcome, Unreadable):
        raise JudgeError(Message("format.python", {"what": f"snippet.py:{outcome.line}: {outcome.text}"}))
    return outcome


def printed(outcome: StepOutcome) -> str:
    """The output with an uncaught exception's type as its last line."""
    if not isinstance(outcome.result, Raised):
        return normal(outcome.output)
    between = "" if outcome.output.endswith("\n") or not outcome.output else "\n"
    return normal(f"{outcome.output}{between}{outcome.result.type.rpartition('.')[2]}")


def normal(text: str) -> str:
    """A text of output as it is compared: no trailing blanks, no empty lines around it, quotes and the form of an exception's line as typed by hand."""
    lines = [line.rstrip() for line in text.strip("\n").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def _alike(expected: str | None, got: str | None) -> bool:
    if expected is None or got is None:
        return False
    return _loose(expected) == _loose(got) or (expected.isidentifier() and got.partition(":")[0].strip() == expected)


def _loose(line: str) -> str:
    """Blanks and the kind of quotes are how one types, not what one thinks."""
    return "".join(line.split()).replace('"', "'").replace("’", "'")


def _level(answer: Answer, level: int) -> int | None:
    return None if answer.count("revealed") else level


def _evidence(spec: PredictSpec, expected: str, got: str, *, revealed: bool) -> Printed:
    lines = expected.splitlines()
    pairs = enumerate(zip_longest(lines, got.splitlines()), 1)
    differs = next((number for number, (want, have) in pairs if not _alike(want, have)), 0)
    whole = revealed or differs == 0
    return Printed(spec.snippet, expected if whole else "\n".join(lines[: differs - 1]), got, differs, spec.deciding_line, whole)


def _wrong(spec: PredictSpec, evidence: Printed, got: str) -> Saying:
    known = next((mistake.reply for mistake in spec.mistakes if _loose(mistake.output) == _loose(got)), None)
    return known or Message("predict.first-difference", {"line": evidence.differs})


def _with_snippet(prompt: Text, snippet: str) -> Text:
    block = f"\n\n```python\n{snippet.rstrip()}\n```"
    return Text(*(part + block if part else "" for part in (prompt.en, prompt.it)))


def _prove(exercise: Exercise[PredictSpec], tools: Tools) -> Iterator[Problem]:
    spec = exercise.spec
    try:
        outcome = run_snippet(exercise, tools)
    except JudgeError as error:
        yield Problem("snippet.py", 0, "", error.saying)
        return
    expected, lines = printed(outcome), len(spec.snippet.splitlines())
    if isinstance(outcome.result, Stopped):
        yield _problem("snippet.py", "predict.stopped", why=str(outcome.result.why))
    if not expected:
        yield _problem("snippet.py", "predict.prints-nothing")
    if lines > LONGEST:
        yield _problem("snippet.py", "predict.too-long", lines=lines, most=LONGEST)
    if exercise.complete and not 1 <= spec.deciding_line <= lines:
        yield _problem("exercise.toml", "predict.no-deciding-line")
    yield from _prove_mistakes(exercise, expected)


def _prove_mistakes(exercise: Exercise[PredictSpec], expected: str) -> Iterator[Problem]:
    outputs = [_loose(mistake.output) for mistake in exercise.spec.mistakes]
    if exercise.complete and len(outputs) < 2:
        yield _problem("exercise.toml", "predict.few-mistakes", least=2)
    for index, output in enumerate(outputs):
        if output == _loose(expected):
            yield _problem("exercise.toml", "predict.mistake-is-right", number=index + 1)
        if output in outputs[:index]:
            yield _problem("exercise.toml", "predict.mistake-twice", number=index + 1)


def _problem(file: str, message_id: str, **params: str | int) -> Problem:
    return Problem(file, 0, "", Message(message_id, dict(params)))
