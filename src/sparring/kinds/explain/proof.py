"""What an `explain` exercise must prove: its claims run, its model answer covers its points, its samples are told apart."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import get_args

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message
from sparring.core.verdict import Verdict
from sparring.kinds.explain.demo import CHECK, try_it
from sparring.kinds.explain.depth import BESIDE
from sparring.kinds.explain.folder import DEMOS, RIGHT, WAYS
from sparring.kinds.explain.schema import ExplainSpec, Misconception, Point
from sparring.kinds.kind import Tools
from sparring.language.bindings import said
from sparring.language.readable import unreadable_because
from sparring.language.reading import read
from sparring.sandbox.interface import Raised, Stopped, Unreadable

JudgeText = Callable[[ExplainSpec, str, Language], Verdict]
IRRELEVANT = {
    "nothing": "pass\n",
    "irrelevant": "total = sum(range(10))\nprint(total)\n",
    "said": "print('proved')\nproved = True\nresult = None\n",
    "own-check": "def check(source, names):\n    return None\n_check = check\n",
}
"""What shows nothing, whatever the exercise: no check may take it for a demonstration."""
PARAPHRASES, POINTS, MISCONCEPTIONS = 3, 3, 2


def prove(exercise: Exercise[ExplainSpec], tools: Tools, judge_text: JudgeText) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    problems = [*_languages(exercise), *_proof(exercise, tools), *_model_answer(exercise, judge_text), *_samples(exercise, judge_text)]
    problems += _opposed(exercise)
    problems += _demos(exercise, tools)
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _problem(file: str, message_id: str, **params: str | int | float) -> Problem:
    return Problem(file, 0, "", Message(message_id, dict(params)))


def _missing(file: str) -> Problem:
    return Problem(file, 0, "", Message("format.file-missing", {"file": file}))


def _groups(spec: ExplainSpec) -> list[Point | Misconception]:
    return [*spec.points, *spec.misconceptions]


def _languages(exercise: Exercise[ExplainSpec]) -> Iterator[Problem]:
    for group in _groups(exercise.spec):
        for language in exercise.languages:
            if not group.paraphrases.get(language):
                yield _problem("exercise.toml", "explain.no-paraphrase", id=group.id, language=language)


def _complete(exercise: Exercise[ExplainSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    if len(spec.points) < POINTS:
        yield _problem("exercise.toml", "explain.few-points", found=len(spec.points), least=POINTS)
    if len(spec.misconceptions) < MISCONCEPTIONS:
        yield _problem("exercise.toml", "explain.few-misconceptions", found=len(spec.misconceptions), least=MISCONCEPTIONS)
    for group in _groups(spec):
        for language in exercise.languages:
            if len(group.paraphrases.get(language, ())) < PARAPHRASES:
                yield _problem("exercise.toml", "explain.few-paraphrases", id=group.id, language=language, least=PARAPHRASES)


def _proof(exercise: Exercise[ExplainSpec], tools: Tools) -> Iterator[Problem]:
    source = exercise.spec.proof
    if source is None:
        return
    yield from _native_proof(exercise, source, tools)
    if exercise.engine == "native":
        return
    outcome = tools.judge.execute({"proof.py": source}, "proof.py", exercise.budget)
    if isinstance(outcome, Unreadable):
        yield Problem("proof.py", outcome.line, "", Message("format.python", {"what": outcome.text}))
    elif isinstance(outcome.result, Raised):
        line = outcome.result.frames[-1].line if outcome.result.frames else 0
        yield Problem("proof.py", line, "", Message("explain.proof-fails", {"what": f"{outcome.result.type}: {outcome.result.text}"}))
    elif isinstance(outcome.result, Stopped):
        yield _problem("proof.py", "explain.proof-fails", what=str(outcome.result.why))


def _demos(exercise: Exercise[ExplainSpec], tools: Tools) -> Iterator[Problem]:
    """The right demonstration is one, the wrong ones get what they are named after, and what shows nothing shows nothing."""
    offer = exercise.spec.offer
    if offer is None:
        return
    if RIGHT not in offer.demos:
        yield _missing(f"{DEMOS}/{RIGHT}.py")
    for name in sorted(set(offer.says) - {name.partition(".")[0] for name in offer.demos}):
        yield _missing(f"{DEMOS}/{name}.py")
    for name, source in {**offer.demos, **IRRELEVANT}.items():
        tried = try_it(offer, source, tools.judge)
        shown = name == RIGHT
        file, wanted = (f"{DEMOS}/{name}.py" if name in offer.demos else CHECK), name.partition(".")[0]
        if (tried.ok is True) is not shown:
            said = tried.message.id if isinstance(tried.message, Message) else tried.missing
            yield Problem(
                file,
                tried.evidence.line,
                "",
                Message("explain.demo-wrong" if shown else "explain.demo-forged", {"name": name, "what": said}),
            )
        elif wanted in offer.says and tried.missing != wanted:
            yield _problem(file, "explain.demo-other", name=wanted, got=tried.missing or tried.evidence.trouble or "–")


def _native_proof(exercise: Exercise[ExplainSpec], source: str, tools: Tools) -> Iterator[Problem]:
    """The proof on every CPython of this machine; what needs them is refused where they may not be used."""
    if tools.judge.native is None:
        if exercise.engine == "native":
            yield _problem("proof.py", "explain.proof-needs-native")
        return
    for outcome in tools.judge.native.run_script(source):
        if outcome.status != "passed":
            what = outcome.error.strip().splitlines()[-1] if outcome.error.strip() else outcome.status
            yield _problem("proof.py", "explain.proof-fails-on", what=what, version=outcome.version)


def _model_answer(exercise: Exercise[ExplainSpec], judge_text: JudgeText) -> Iterator[Problem]:
    for language in _languages_of(exercise):
        verdict = judge_text(exercise.spec, exercise.spec.answer.to(language), language)
        for finding in verdict.findings:
            if not finding.ok and finding.criterion != BESIDE:
                yield _problem(f"answer.{language}.md", "explain.model-misses", criterion=finding.criterion)


def _opposed(exercise: Exercise[ExplainSpec]) -> Iterator[Problem]:
    """No pair of opposed terms may be turned round by what the author says."""
    spec = exercise.spec
    pairs = {pair: point.id for point in spec.points for pair in point.opposed}
    for language in _languages_of(exercise):
        phrases = [phrase for point in spec.points for phrase in point.paraphrases.get(language, ())]
        for text in (*phrases, spec.answer.to(language)):
            for one in said(read(text, language, spec.lexicon.subjects), pairs, language):
                if one.turned:
                    what = " … ".join(text[place.start : place.end] for place in one.wrong)
                    yield _problem(WAYS, "explain.opposed-turned", id=pairs[one.binding], what=what, language=language)


def _samples(exercise: Exercise[ExplainSpec], judge_text: JudgeText) -> Iterator[Problem]:
    spec = exercise.spec
    for language in _languages_of(exercise):
        scores: list[tuple[str, float]] = []
        for name in ("good", "weak", "wrong"):
            text = spec.samples.get((name, language))
            if text is None:
                continue
            reason = unreadable_because(text, exercise.prompt.to(language), language)
            if reason:
                yield _problem(f"samples/{name}.{language}.md", "explain.sample-unreadable", why=reason)
            scores.append((name, judge_text(spec, text, language).score))
        for (better, high), (worse, low) in pairwise(scores):
            if not high > low and not (low == 0 == high and better == "weak"):
                yield _problem(f"samples/{worse}.{language}.md", "explain.samples-order", better=better, high=high, worse=worse, low=low)
        good = dict(scores).get("good")
        if good is not None and good < 0.6:
            yield _problem(f"samples/good.{language}.md", "explain.good-fails", score=good)


def _languages_of(exercise: Exercise[ExplainSpec]) -> list[Language]:
    return [language for language in get_args(Language) if language in exercise.languages]
