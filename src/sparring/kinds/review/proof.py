"""What a `review` exercise must prove: its faults stand on lines that are shown, and reviews that are good, nit-picking and blind are told apart."""

from collections.abc import Callable, Iterator

from sparring.core.exercise import Budget, Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message
from sparring.core.verdict import Verdict
from sparring.kinds.kind import Tools
from sparring.kinds.review.change import visible
from sparring.kinds.review.schema import ReviewSpec, Spot
from sparring.sandbox.interface import Unreadable

NAMES = ("good", "nit-picking", "blind")
JudgeReview = Callable[[ReviewSpec, str, Language], Verdict]
FAULTS, DECOYS, PARAPHRASES = 4, 2, 3


def prove(exercise: Exercise[ReviewSpec], tools: Tools, judge: JudgeReview) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    spec = exercise.spec
    problems = [*_sources(spec, tools), *_spots(spec), *_words(exercise)]
    problems = problems or list(_samples(exercise, judge))
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _problem(file: str, message_id: str, line: int = 0, **params: str | int) -> Problem:
    return Problem(file, line, "", Message(message_id, dict(params)))


def _sources(spec: ReviewSpec, tools: Tools) -> Iterator[Problem]:
    """A plausible change compiles, before and after."""
    for folder, files in (("before", spec.before), ("after", spec.after)):
        for name, source in files.items():
            if name.endswith(".py"):
                read = tools.judge.execute({"empty.py": "pass\n", "file.py": source}, "empty.py", Budget())
                if isinstance(read, Unreadable):
                    yield _problem(f"{folder}/{name}", "format.python", read.line, what=read.text)


def _spots(spec: ReviewSpec) -> Iterator[Problem]:
    spots: list[tuple[str, Spot]] = [(fault.id, fault.spot) for fault in spec.faults]
    spots += [(f"decoy {number}", spot) for number, spot in enumerate(spec.decoys, 1)]
    for name, spot in spots:
        if spot.file not in spec.after:
            yield _problem("exercise.toml", "review.no-file", id=name, path=spot.file)
            continue
        seen = visible(spec.before.get(spot.file, ""), spec.after[spot.file])
        if spot.first > spot.last or not seen & set(range(spot.first, spot.last + 1)):
            yield _problem("exercise.toml", "review.not-shown", id=name, first=spot.first, last=spot.last, path=spot.file)


def _words(exercise: Exercise[ReviewSpec]) -> Iterator[Problem]:
    for fault in exercise.spec.faults:
        for language in exercise.languages:
            if not fault.paraphrases.get(language):
                yield _problem("exercise.toml", "explain.no-paraphrase", id=fault.id, language=language)


def _samples(exercise: Exercise[ReviewSpec], judge: JudgeReview) -> Iterator[Problem]:
    spec = exercise.spec
    for language in exercise.languages:
        texts = {name: spec.samples.get((name, language)) for name in NAMES}
        told: Language = "it" if language == "it" else "en"
        verdicts = {name: judge(spec, text, told) for name, text in texts.items() if text is not None}
        for name, verdict in verdicts.items():
            if verdict.passed != (name == "good"):
                yield _problem(f"samples/{name}.{language}.md", "review.sample", outcome=verdict.outcome, score=str(verdict.score))
        good = verdicts.get("good")
        missed = [f.criterion for f in good.findings if f.ok is not True and f.criterion not in ("marked",)] if good else []
        if missed:
            yield _problem(f"samples/good.{language}.md", "review.good-misses", ids=", ".join(missed))


def _complete(exercise: Exercise[ReviewSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    if len(spec.faults) < FAULTS or not any(fault.severity == "blocker" for fault in spec.faults):
        yield _problem("exercise.toml", "review.few-faults", least=FAULTS)
    if len(spec.decoys) < DECOYS:
        yield _problem("exercise.toml", "review.few-decoys", least=DECOYS)
    for fault in spec.faults:
        for language in exercise.languages:
            if len(fault.paraphrases.get(language, ())) < PARAPHRASES:
                yield _problem("exercise.toml", "explain.few-paraphrases", id=fault.id, language=language, least=PARAPHRASES)
