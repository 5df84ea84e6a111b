"""A scorecard as Markdown and as JSON. Every line names its evidence: the exercise, the attempt and the criterion."""

from typing import Any

from sparring.core.codec import dump
from sparring.core.evidence import Passage
from sparring.core.exercise import short_id
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.report.markdown import lines as kept_lines
from sparring.report.markdown import plain, sentence
from sparring.report.scorecard import DimensionScore, Line, PlayedRound, Scorecard
from sparring.words import Words

MOST_QUOTED = 160
"""How many characters of a claim are quoted."""


def duration(seconds: float) -> str:
    """Minutes and seconds, `12:48`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def source(line: Line, words: Words) -> str:
    """Where a line's evidence lies."""
    attempt = (line.attempt or "")[:8]
    return words("report.evidence", exercise=short_id(line.exercise), attempt=attempt, criterion=line.finding.criterion)


def to_json(card: Scorecard, words: Words) -> dict[str, Any]:
    """The scorecard as data, sentences in the words' language and evidence whole."""
    return {
        "interview": card.interview,
        "title": {"en": card.title.en, "it": card.title.it},
        "finished": card.finished,
        "seconds": round(card.seconds),
        "next_action": _action(card, words),
        "dimensions": [_dimension(score, words) for score in card.dimensions],
        "not_observed": [str(dimension) for dimension in card.not_observed],
        "rounds": [_round(part, words) for part in card.rounds],
        "timeline": [{"seconds": round(mark.seconds, 1), "what": mark.what, "round": mark.round} for mark in card.timeline],
        "notes": list(card.notes),
    }


def _action(card: Scorecard, words: Words) -> dict[str, Any] | None:
    if card.next_action is None:
        return None
    action, name = card.next_action, short_id(card.next_action.exercise)
    where = {"attempt": action.attempt, "finding": action.number if action.attempt else None}
    return {"message": action_sentence(card, words), "exercise": name, "command": f"sparring show {name}", **where}


def action_sentence(card: Scorecard, words: Words) -> str:
    """The one thing to do, in a sentence."""
    action = card.next_action
    if action is None:
        return words("report.nothing-missed")
    title, reason = words.say(action.title), _clause(words.say(action.reason))
    return words.say(Message(action.message.id, {**action.message.params, "title": title, "reason": reason}))


def _clause(sentence: str) -> str:
    return sentence.rstrip(".")


def _dimension(score: DimensionScore, words: Words) -> dict[str, Any]:
    return {
        "dimension": str(score.dimension),
        "title": words(f"dimension.{score.dimension}"),
        "level": score.level,
        "findings": [
            {
                "criterion": line.finding.criterion,
                "ok": line.finding.ok,
                "level": line.finding.level,
                "mark": line.mark or None,
                "message": finding_sentence(line, words),
                "exercise": short_id(line.exercise),
                "attempt": line.attempt,
                "finding": line.number,
                "evidence": dump(line.finding.evidence),
            }
            for line in score.lines
        ],
    }


def finding_sentence(line: Line, words: Words) -> str:
    """A finding in words, what it is about first where its evidence says so, and whether the candidate agreed."""
    evidence = line.finding.evidence
    about = f"{words.say(evidence.sought)}: " if isinstance(evidence, Passage) and evidence.sought else ""
    mark = f" ({words(f'report.mark-{line.mark}')})" if line.mark else ""
    return f"{about}{words.say(line.told)}{quoted(line.finding)}{mark}"


def quoted(finding: Finding) -> str:
    """The candidate's own words, behind a finding that asks to check a claim of theirs; '' behind any other."""
    evidence = finding.evidence
    if not (finding.criterion.startswith("misconception:") and isinstance(evidence, Passage) and evidence.spans):
        return ""
    said = " ".join(evidence.text[evidence.spans[0].start : evidence.spans[0].end].split())
    return f" “{said if len(said) <= MOST_QUOTED else said[: MOST_QUOTED - 1].rstrip() + '…'}”"


def _round(part: PlayedRound, words: Words) -> dict[str, Any]:
    return {
        "exercise": short_id(part.exercise),
        "kind": part.kind,
        "title": words.say(part.title),
        "minutes": part.minutes,
        "seconds": round(part.seconds),
        "attempt": part.attempt,
        "outcome": part.verdict.outcome if part.verdict else None,
        "score": part.verdict.score if part.verdict else None,
        "skipped": part.skipped,
        "left": part.left or None,
        "hints": part.hints,
        "runs": part.runs,
        "submissions": part.submissions,
        "follow_ups": [{"question": words.say(f.text), "reply": f.reply} for f in part.follow_ups],
    }


def to_markdown(card: Scorecard, words: Words) -> str:
    """The scorecard as a Markdown document."""
    lines = [f"# {words('report.title')}", "", f"{sentence(words.say(card.title))} · {duration(card.seconds)}", ""]
    if not card.finished:
        lines += [f"*{words('report.unfinished')}*", ""]
    lines += [f"**{words('report.one-thing')}** {sentence(action_sentence(card, words))}", ""]
    for score in card.dimensions:
        lines += _markdown_dimension(score, words)
    if card.not_observed:
        missing = ", ".join(words(f"dimension.{dimension}") for dimension in card.not_observed)
        lines += [f"{words('report.not-observed')}: {missing}.", ""]
    lines += [f"## {words('report.rounds')}", ""]
    for number, part in enumerate(card.rounds, 1):
        lines += _markdown_round(number, part, words)
    lines += [f"- {kept_lines(note, '  ')}" for note in card.notes]
    return "\n".join(lines).rstrip() + "\n"


def level_words(score: DimensionScore, words: Words) -> str:
    """`3 of 4`, or that no level is supported."""
    return words("report.level", level=score.level) if score.level is not None else words("report.no-level")


def mean_words(score: DimensionScore, words: Words) -> str:
    """What a level is the mean of, and how it was rounded; '' where no more than one finding supports a level."""
    levels = [str(level) for level in score.deciding]
    if len(levels) < 2 or score.level is None:
        return ""
    mean = sum(score.deciding) / len(levels)
    rounded = "" if score.level == mean else "-down" if score.level < mean else "-up"
    return words(f"report.mean{rounded}", levels=words("report.and", most=", ".join(levels[:-1]), last=levels[-1]))


def _markdown_dimension(score: DimensionScore, words: Words) -> list[str]:
    lines = [f"## {words(f'dimension.{score.dimension}')}: {level_words(score, words)}", ""]
    for line in score.lines:
        mark = {True: "●", False: "■", None: "○"}[line.finding.ok]
        lines.append(f"- {mark} {sentence(finding_sentence(line, words))} _{source(line, words)}_")
    return [*lines, ""]


def _markdown_round(number: int, part: PlayedRound, words: Words) -> list[str]:
    outcome = words(part.ended)
    lines = [f"{number}. **{sentence(words.say(part.title))}** ({part.kind}, {duration(part.seconds)} / {part.minutes}:00): {outcome}"]
    for follow_up in part.follow_ups:
        lines += [f"   - {sentence(words.say(follow_up.text))}", f"     > {plain(follow_up.reply)}" if follow_up.reply else ""]
    return [line for line in lines if line]
