"""Runs the snippet and compares, line by line, with what was predicted."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Passage, Printed
from sparring.core.exercise import Exercise
from sparring.core.problem import JudgeError, Problem
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.format import Reader, check_follow_ups, exercise, prose_slot, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.predict.asked import SAID, exception, identity, names, order, printed
from sparring.kinds.predict.schema import Mistake, PredictFile, PredictSpec
from sparring.kinds.reading import read_parts
from sparring.language.readable import gives_up
from sparring.sandbox.interface import StepOutcome, Stopped, Unreadable

HINT_COST = 0.1
LONGEST = 25

PRINTED = re.compile(r"[\d\[\](){}=]|\b(?:True|False|None)\b|\w+Error\b")
"""What a guess has and "I don't know" has not: "boh 42" is a guess."""


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
        check_follow_ups(table, reader, {table.asks})
        mistakes = tuple(Mistake(SAID[table.asks](mistake.output), mistake.text()) for mistake in table.mistakes)
        spec = PredictSpec(snippet, table.deciding_line, mistakes, table.asks, table.deciding_time, table.among, table.engine)
        return exercise(
            folder,
            table,
            reader,
            prompt=_with_snippet(prompt, snippet, numbered=table.asks == "exception"),
            slots=(prose_slot(table.asks),),
            spec=spec,
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
        asks = exercise.spec.asks
        outcome = run_snippet(exercise, tools)
        expected, got = right_answer(exercise, outcome, tools), SAID[asks](answer.prose(asks).text)
        evidence = _evidence(exercise.spec, expected, got, revealed=answer.count("revealed") > 0)
        hints = answer.count("hint")
        cost = Cost(outcome.instructions)
        engine = tools.judge.engine_id
        if evidence.differs and _not_known(answer.prose(asks).text):
            message = Message("predict.dont-know")
            return unreadable((Finding("readable", False, message, Passage(answer.prose(asks).text)),), message, engine)
        if evidence.differs == 0:
            finding = Finding(
                asks,
                True,
                Message(f"predict.right-{asks}" if asks != "output" else "predict.right"),
                evidence,
                Dimension.PYTHON_DEPTH,
                _level(answer, 3 if hints == 0 else 2),
            )
            score = max(0.0, 1 - HINT_COST * hints)
            return Verdict(Outcome.CORRECT, Status.PASSED, score, True, (finding,), finding.message, engine, cost)
        right = evidence.differs - 1
        level = _level(answer, 2 if right else 1)
        finding = Finding(asks, False, _wrong(exercise.spec, evidence, got), evidence, Dimension.PYTHON_DEPTH, level)
        score = max(0.0, round(0.5 * right / max(len(expected.splitlines()), 1) - HINT_COST * hints, 3))
        outcome_ = Outcome.PARTIAL if right else Outcome.INCORRECT
        return Verdict(outcome_, Status.WRONG_ANSWER, score, False, (finding,), _verdict(asks, evidence.differs), engine, cost)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """The snippet runs, prints, is no riddle of length; the mistakes are mistakes, and different ones."""
        return [*_prove(exercise, tools)]


def run_snippet(exercise: Exercise[PredictSpec], tools: Tools) -> StepOutcome:
    """What the snippet does; JudgeError if it cannot be run at all."""
    spec = exercise.spec
    outcome = tools.judge.execute({"snippet.py": spec.snippet}, "snippet.py", exercise.budget, spec.engine)
    if isinstance(outcome, Unreadable):
        raise JudgeError(Message("format.python", {"what": f"snippet.py:{outcome.line}: {outcome.text}"}))
    return outcome


def right_answer(exercise: Exercise[PredictSpec], outcome: StepOutcome, tools: Tools) -> str:
    """The right answer, line by line; JudgeError if the snippet gives none."""
    spec = exercise.spec
    if spec.asks == "output":
        return printed(outcome)
    if spec.asks == "exception":
        return exception(outcome)
    trace = tools.judge.trace(spec.snippet, spec.engine)
    if isinstance(trace, Unreadable):
        raise JudgeError(Message("format.python", {"what": f"snippet.py:{trace.line}: {trace.text}"}))
    if spec.asks == "order":
        return order(trace)
    return (identity if spec.asks == "identity" else names)(trace, spec.deciding_line, spec.deciding_time, spec.among)


def _not_known(text: str) -> bool:
    """Whether it is said, instead of a prediction, that none can be made: from the first line on, and nothing beside it that a program could print."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return gives_up(first) and gives_up(text) and not PRINTED.search(text)


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
    shown = expected if whole else "\n".join(lines[: differs - 1])
    return Printed(spec.snippet, shown, got, differs, spec.deciding_line, whole, spec.asks, spec.deciding_time, spec.engine)


def _verdict(asks: str, differs: int) -> Message:
    return Message("predict.wrong", {"line": differs}) if asks == "output" else Message(f"predict.wrong-{asks}")


def _wrong(spec: PredictSpec, evidence: Printed, got: str) -> Saying:
    known = next((mistake.reply for mistake in spec.mistakes if _loose(mistake.output) == _loose(got)), None)
    if known is not None or spec.asks == "output":
        return known or Message("predict.first-difference", {"line": evidence.differs})
    return Message(f"predict.think-{spec.asks}", {"line": spec.deciding_line})


def _with_snippet(prompt: Text, snippet: str, *, numbered: bool) -> Text:
    """The prompt with the snippet below it; its lines carry their numbers where a line is asked for."""
    block = f"\n\n```python{' numbered' if numbered else ''}\n{snippet.rstrip()}\n```"
    return Text(*(part + block if part else "" for part in (prompt.en, prompt.it)))


def _prove(exercise: Exercise[PredictSpec], tools: Tools) -> Iterator[Problem]:
    spec = exercise.spec
    try:
        outcome = run_snippet(exercise, tools)
    except JudgeError as error:
        yield Problem("snippet.py", 0, "", error.saying)
        return
    try:
        expected, lines = right_answer(exercise, outcome, tools), len(spec.snippet.splitlines())
    except JudgeError as error:
        yield Problem("exercise.toml", 0, "", error.saying)
        return
    if isinstance(outcome.result, Stopped):
        yield _problem("snippet.py", "predict.stopped", why=str(outcome.result.why))
    if not expected:
        yield _problem("snippet.py", "predict.prints-nothing")
    if lines > LONGEST:
        yield _problem("snippet.py", "predict.too-long", lines=lines, most=LONGEST)
    if spec.deciding_line > lines:
        yield Problem("exercise.toml", 0, "deciding_line", Message("predict.beyond-snippet", {"line": spec.deciding_line, "lines": lines}))
    elif exercise.complete and not spec.deciding_line:
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
