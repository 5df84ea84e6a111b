"""Questions about the candidate's code as exercises: each an `explain` in a pack of the candidate's own, so that it comes up on the study plan like any other.

An answer is checked against the code as far as words go. It must speak of the points that the question's sort asks for of *this* code (`asked.toml`, in other words
`ways.toml`: `when` names the facts that a point wants, `{guarded}` stands for what `facts/` found there), and hold neither the belief that the sort is known for nor one that
this code contradicts (`beliefs.toml`): a belief takes away the points that it contradicts, and its reply shows the line.
"""

import hashlib
import json
import re
import shutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.text import LANGUAGES, Language, Param
from sparring.portfolio.audit import Audit
from sparring.portfolio.facts import mechanisms
from sparring.portfolio.questions import Question
from sparring.words import words

ID = "portfolio"
MINUTES = 5
MOST_NAMES = 120
"""Forms of names in one way: more would only make it slow."""
_FIELD = re.compile(r"\{(\w+)\}")
_SAFE = re.compile(r"[^a-z0-9]+")
HERE = "here"
"""The point that an answer speaks of this code and not of such code in general; not asked where a point of the sort is `named`: said in this code's names or not at all."""
ASKED, ASIDE, ALL_ASKED = 2, 1, 6
"""What a point weighs that a question asks for (ALL_ASKED together, where they are few), and one that it does not. All that is asked for is enough to pass; so is one
of it beside HERE. Where points of the sort decide, one of them must be among what is said (`decides`): what would fit any such code is no answer about this one."""


@cache
def asked() -> dict[str, Any]:
    """What each sort of question wants to hear."""
    return {sort: table for sort, table in _all_asked().items() if sort != HERE}


@cache
def _all_asked() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("asked.toml").read_text(encoding="utf-8"))


@cache
def beliefs() -> dict[str, Any]:
    """What is false of the code, by sort and by the facts that make it so."""
    return tomllib.loads(Path(__file__).with_name("beliefs.toml").read_text(encoding="utf-8"))


@cache
def ways() -> dict[str, Any]:
    """What each sort of question may be answered with in other words, and `concepts` for all of them."""
    return tomllib.loads(Path(__file__).with_name("ways.toml").read_text(encoding="utf-8"))


def name_of(audit: Audit, question: Question) -> str:
    """The exercise's id within the pack: the same as long as the question is about the same thing in the same file, whatever line it stands on."""
    about = json.dumps([question.sort, question.place.file, question.names, question.params.get("name", "")])
    return f"{audit.key[:8]}-{_SAFE.sub('-', question.sort)}-{hashlib.sha256(about.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"


def write(audit: Audit, pack: Path) -> list[str]:
    """Write (or write anew) the exercises for all questions of an audit below the pack's folder; those about it that are no longer asked go. Their full ids."""
    exercises = pack / "exercises" / "explain"
    exercises.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = {name_of(audit, question): question for question in audit.questions if question.sort in asked()}
    for folder in exercises.glob(f"{audit.key[:8]}-*"):
        if folder.name not in names:
            shutil.rmtree(folder)
    for name, question in names.items():
        _write(audit, question, exercises / name)
    title = {language: words(language)("portfolio.pack") for language in LANGUAGES}
    (pack / "pack.toml").write_text(  # at the end: by its time others see that the pack has changed
        f'id = "{ID}"\nversion = "1"\n\n[title]\nen = {_text(title["en"])}\nit = {_text(title["it"])}\n', encoding="utf-8"
    )
    return [f"{ID}:{name}" for name in names]


def remove(audit: Audit, pack: Path) -> None:
    """Take the questions about a repository off the plan."""
    for folder in (pack / "exercises" / "explain").glob(f"{audit.key[:8]}-*"):
        shutil.rmtree(folder)
    if (pack / "pack.toml").exists():
        (pack / "pack.toml").touch()


def _write(audit: Audit, question: Question, folder: Path) -> None:
    folder.mkdir(exist_ok=True, mode=0o700)
    for language in LANGUAGES:
        prompt = f"{words(language).say(question.message)}\n\n{_code(question)}\n"
        answer = (
            f"{_answer(question, language)}\n\n**{words(language)('portfolio.look-at')}** `{question.place.file}:{question.place.line}`.\n"
        )
        (folder / f"prompt.{language}.md").write_text(prompt, encoding="utf-8", errors="replace")
        (folder / f"answer.{language}.md").write_text(answer, encoding="utf-8", errors="replace")
    (folder / "exercise.toml").write_text(_exercise(audit, question), encoding="utf-8", errors="replace")
    (folder / "ways.toml").write_text(_ways(question), encoding="utf-8")


def _applies(table: dict[str, Any], question: Question) -> bool:
    """Whether the facts are those that a point or a belief wants (`when`; "!": that are not so), and all that it quotes of the code is known."""
    flags = question.facts.flags
    quoted = _FIELD.findall(str([table.get(part, "") for part in ("reply", *LANGUAGES)]))
    return all((one[1:] not in flags) if one.startswith("!") else (one in flags) for one in table.get("when", ())) and all(
        name in _fields(question) for name in quoted
    )


def _points_of(question: Question) -> dict[str, dict[str, Any]]:
    points = {name: point for name, point in asked()[question.sort]["points"].items() if _applies(point, question)}
    named = any(question.facts.names.get(role) for role in ("telling", "named")) and not any(
        point.get("named") for point in points.values()
    )
    return {HERE: _all_asked()[HERE], **points} if named else points


def _beliefs_of(question: Question) -> dict[str, dict[str, Any]]:
    """Those that the sort is known for, and those that are false of this code."""
    known = {
        name: {**belief, "against": ways()[question.sort]["against"][name], "ways": ways()[question.sort]["misconceptions"][name]}
        for name, belief in asked()[question.sort]["misconceptions"].items()
    }
    every = {**known, **beliefs().get(question.sort, {}), **_missing(question)}
    return {name: belief for name, belief in every.items() if _applies(belief, question)}


def _missing(question: Question) -> dict[str, dict[str, Any]]:
    """What the code is said to have and has nowhere, one belief for each."""
    shape = beliefs()["missing"]["any"]
    points = list(asked()[question.sort]["points"])
    return {
        f"no-{name}": {
            **shape,
            "against": points,
            "ways": [way.replace("{words}", "|".join(mechanisms.known()[name][1])) for way in shape["ways"]],
        }
        for name in question.facts.missing
        if name not in shape["not"].get(question.sort, ())
    }


def _answer(question: Question, language: Language) -> str:
    """The model answer: what holds for the sort, and what each point says of this code."""
    said = [
        asked()[question.sort]["answer"][language],
        *(point["says"][language] for point in _points_of(question).values() if "says" in point),
    ]
    return _filled(" ".join(one for one in said if one), question)


def _code(question: Question) -> str:
    """The lines around the place, fenced so that nothing in them ends the block."""
    text = "".join(c if c.isprintable() or c in "\n\t" else f"\\x{ord(c):02x}" for c in question.context or question.place.excerpt)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{fence}python\n{text}\n{fence}"


def _ways(question: Question) -> str:
    """The ways of a question as an exercise's `ways.toml`."""
    lines = ["[concepts]", *(f"{name} = {_text(forms)}" for name, forms in ways()["concepts"].items())]
    points = {name: ways()[HERE] if name == HERE else ways()[question.sort]["points"].get(name, []) for name in _points_of(question)}
    held = {name: belief["ways"] for name, belief in _beliefs_of(question).items()}
    for table, owners in (("points", points), ("misconceptions", held)):
        lines += ["", f"[{table}]", *(f"{name} = {_texts(_named(some, question))}" for name, some in owners.items())]
    return "\n".join(lines) + "\n"


def _named(some: list[str], question: Question) -> list[str]:
    """Ways with the names of this code in the place of `{role}`; those without that need a name where there is none."""
    return [way for one in some if (way := _way(one, question)) is not None]


def _way(way: str, question: Question) -> str | None:
    terms = []
    for term in way.split(" "):
        mark = term[0] if term[0] in "~^<" else ""
        forms = [form for part in term.removeprefix(mark).split("|") for form in _forms(part, question)]
        if not forms and not mark:
            return None
        terms += [mark + "|".join(dict.fromkeys(forms))] if forms else []
    return " ".join(terms)


def _forms(part: str, question: Question) -> tuple[str, ...]:
    denied = "!" if part.startswith("!") else ""
    role = _FIELD.fullmatch(part.removeprefix("!"))
    return tuple(denied + name for name in question.facts.names.get(role[1], ())[:MOST_NAMES]) if role else (part,)


def _exercise(audit: Audit, question: Question) -> str:
    sort = asked()[question.sort]
    title = {language: f"{audit.name}: {words(language)(f'portfolio.sort.{question.sort}')}" for language in LANGUAGES}
    lines = [
        'kind = "explain"',
        "figures = false",
        f"topics = {_texts(sort['topics'])}",
        'level = "mid"',
        f"minutes = {MINUTES}",
        "",
        "[title]",
    ]
    lines += [f"{language} = {_text(title[language])}" for language in LANGUAGES]
    points = _points_of(question)
    central = [name for name in points if name != HERE and name not in sort.get("asides", ())]
    must = not sort.get("by-code") or any(points[name].get("decides") for name in central)  # not for an aside alone
    weights = _weights(points, central, sort.get("by-code", False))
    for name, point in points.items():
        weight = weights[name]
        lines += _point(
            name, weight, {language: tuple(_filled(one, question).replace("`", "") for one in point[language]) for language in LANGUAGES}
        )
        lines += ["decides = true"] * bool(point.get("decides") and must)
    for name, belief in _beliefs_of(question).items():
        against = [point for point in (HERE, *belief.get("against", ())) if point in points]
        lines += ["", "[[misconceptions]]", f'id = "{name}"', f"against = {_texts(against)}"]
        lines += [f"reply.{language} = {_text(_filled(belief['reply'][language], question))}" for language in LANGUAGES]
    return "\n".join(lines) + "\n"


def _weights(points: dict[str, dict[str, Any]], central: list[str], by_code: bool) -> dict[str, int]:
    """What each point weighs. Where the code decides most of what a sort asks for (`by_code`), the points that hold for any code do not reach half together, and one of
    either does.
    """
    deciding = {name for name, point in points.items() if point.get("decides")}
    told = [name for name in central if name in deciding]
    if by_code and told:
        given = {name: ASKED if name in central or name in deciding else ASIDE for name in points}
        general = sum(weight for name, weight in given.items() if name != HERE and name not in deciding)
        each = min(5, max(3, -(-(general + 1) // len(told))))
        return {**given, **dict.fromkeys(told, each), **({HERE: 3} if HERE in points else {})}
    each = min(5, max(ASKED, ALL_ASKED // len(central)))
    here = min(3, len(central) + 1) if deciding else max(3, min(5, each * len(central) - ASIDE * (len(points) - 1 - len(central))))
    return {name: here if name == HERE else each if name in central else ASIDE + (name in deciding) for name in points}


def _point(name: str, weight: int, phrases: dict[Language, tuple[str, ...]]) -> list[str]:
    return [
        "",
        "[[points]]",
        f'id = "{name}"',
        f"weight = {weight}",
        *(f"{language} = {_texts(list(one))}" for language, one in phrases.items()),
    ]


def _filled(text: str, question: Question) -> str:
    fields = _fields(question)
    return _FIELD.sub(lambda found: fields.get(found[1], found[0]), text)


def _fields(question: Question) -> dict[str, str]:
    """What a text may quote: the place, what the question names, what the facts show."""
    fields: dict[str, Param] = {**question.facts.says, "file": question.place.file, "line": question.place.line, **question.params}
    return {name: str(value) for name, value in fields.items()}


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for the deletion mark and half of a surrogate pair."""
    return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _texts(values: list[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"
