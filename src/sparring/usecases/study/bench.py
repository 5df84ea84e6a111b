"""Measured: what the plan is worth against plain FSRS, and what is found in advertisements that somebody else wrote."""

import json
import re
from collections.abc import Callable
from statistics import fmean
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.language.adverts import demands, unlisted
from sparring.language.skills import known_in, skills
from sparring.mastery.trial import Gain, gain, trial

BAR = 0.10
RIVALS = ("fsrs", "fixed", "fsrs-weighted")
FOUND_BAR, INVENTED_BAR = 0.9, 0.05


def bench_study(learners: int, seeds: int, progress: Callable[[float], None] | None = None) -> dict[str, Any]:
    """Readiness on the day of the plan, plain FSRS, fixed intervals and FSRS with important topics first, for equal minutes.

    `gains` over all learners of all seeds with a 95 % interval; `by_seed` against plain FSRS. The bar: at least 10 % above plain FSRS and above
    fixed intervals, the interval excluding 0, and every seed by itself too. `fsrs-weighted` is no rival of the bar: it says what the order of
    topics alone brings, and `even` (the learners of the first seed, every card as important as any other) what is left of the gain over plain FSRS
    without weights: the schedule's own.
    """
    results: list[dict[str, list[float]]] = []
    for seed in range(1, seeds + 1):
        results.append(trial(learners, seed))
        if progress:
            progress(seed / seeds)
    whole = {name: [value for result in results for value in result[name]] for name in results[0]}
    gains = {rival: gain(whole["plan"], whole[rival]) for rival in RIVALS}
    by_seed = [gain(result["plan"], result["fsrs"]) for result in results]
    alike = trial(learners, 1, even=True)
    bars = [gains["fsrs"], gains["fixed"], *by_seed]
    return {
        "learners": learners,
        "seeds": seeds,
        "readiness": {name: round(fmean(values), 4) for name, values in whole.items()},
        "gains": {rival: _figures(found) for rival, found in gains.items()},
        "by_seed": [_figures(found) for found in by_seed],
        "even": _figures(gain(alike["plan"], alike["fsrs"])),
        "bar": BAR,
        "passed": all(found.mean >= BAR and found.low > 0 for found in bars),
    }


def _figures(found: Gain) -> dict[str, float]:
    return {"mean": round(found.mean, 4), "low": round(found.low, 4), "high": round(found.high, 4), "n": found.n}


def bench_adverts(data: bytes) -> dict[str, Any]:
    """How much of what advertisements ask for is found, and how much is invented.

    `data` is JSON: a list of `{"text": …, "demands": ["PostgreSQL", …]}`, the technical demands as their author lists them. A demand is found if
    one of the skills that it names was found in the text, or its own words stand among those found, or a name that no list holds is a row of its
    words ("AgID" in "linee guida AgID") or the other way round; `found_exactly` counts without that last case, `found_as_written` only those whose
    words stand among those found, or a row of them. What was found and no demand names is
    invented. What is no technology of its own (teamwork, "web") cannot be invented. `unlisted`: how many of those named are in no list.
    """
    rows = _rows(data)
    missed: list[dict[str, str]] = []
    invented: list[dict[str, str]] = []
    asked = named = exactly = written = unknown = 0
    for number, row in enumerate(rows, 1):
        everything = {one.skill.id: one for one in (*demands(row["text"]), *unlisted(row["text"]))}
        found = {key: one for key, one in everything.items() if one.skill.technical}
        wanted = {demand: known_in(demand) for demand in row["demands"]}
        asked, named = asked + len(wanted), named + len(found)
        words = {word.casefold() for one in everything.values() for word in one.mentions}
        names = [one.words for one in found.values() if not one.skill.listed]
        missed += [
            {"advert": str(number), "demand": d}
            for d, ids in wanted.items()
            if not ids & everything.keys() and d.casefold() not in words and not any(same(name, d) for name in names)
        ]
        written += sum(any(same(word, d) for word in words) for d in wanted)
        exactly += sum(bool(ids & everything.keys()) or d.casefold() in words for d, ids in wanted.items())
        unknown += len(names)
        expected = {key for ids in wanted.values() for key in ids}
        invented += [
            {"advert": str(number), "words": one.words, "sentence": one.sentence}
            for key, one in found.items()
            if key not in expected and (one.skill.listed or not any(same(one.words, d) for d in wanted))
        ]
    recall, share = 1 - len(missed) / max(1, asked), len(invented) / max(1, named)
    return {
        "adverts": len(rows),
        "skills": len(skills()),
        "asked": asked,
        "found": asked - len(missed),
        "found_exactly": exactly,
        "found_as_written": written,
        "recall": round(recall, 4),
        "named": named,
        "unlisted": unknown,
        "invented": len(invented),
        "invented_share": round(share, 4),
        "passed": recall >= FOUND_BAR and share <= INVENTED_BAR,
        "missed": missed,
        "invented_words": invented,
    }


def same(name: str, demand: str) -> bool:
    """Whether one of both is the other or a row of its words ("AgID", "linee guida AgID")."""
    one, other = (re.findall(r"[\w+#]+", text.casefold()) for text in (name, demand))
    short, long = sorted((one, other), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _rows(data: bytes) -> list[dict[str, Any]]:
    try:
        rows = json.loads(data)
        fits = isinstance(rows, list) and rows and all(isinstance(row["text"], str) and isinstance(row["demands"], list) for row in rows)
    except (ValueError, TypeError, KeyError):
        fits = False
    if not fits:
        raise UsageError(Message("bench.no-adverts"))
    return list(rows)
