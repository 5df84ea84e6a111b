"""Questions about the candidate's code as exercises: each an `explain` in a pack of the candidate's own, so that it comes up on the study plan like any other.

An answer is checked against the code as far as words go: it must speak of the points that the question's sort asks for (`asked.toml`, in other words `ways.toml`), and not hold the
belief that the sort is known for, which takes away the points that it contradicts. To name what the screen shows anyway earns nothing.
"""

import hashlib
import json
import re
import shutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.text import LANGUAGES, Language
from sparring.portfolio.audit import Audit
from sparring.portfolio.questions import Question
from sparring.words import words

ID = "portfolio"
MINUTES = 5
_SAFE = re.compile(r"[^a-z0-9]+")
ASKED, ASIDE = 5, 1
"""What a point weighs that a question asks for, and one that it does not."""


@cache
def asked() -> dict[str, Any]:
    """What each sort of question wants to hear."""
    return tomllib.loads(Path(__file__).with_name("asked.toml").read_text(encoding="utf-8"))


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
    title = {language: words(language)("portfolio.pack") for language in LANGUAGES}
    (pack / "pack.toml").write_text(
        f'id = "{ID}"\nversion = "1"\n\n[title]\nen = {_text(title["en"])}\nit = {_text(title["it"])}\n', encoding="utf-8"
    )
    names = {name_of(audit, question): question for question in audit.questions if question.sort in asked()}
    for folder in exercises.glob(f"{audit.key[:8]}-*"):
        if folder.name not in names:
            shutil.rmtree(folder)
    for name, question in names.items():
        _write(audit, question, exercises / name)
    return [f"{ID}:{name}" for name in names]


def remove(audit: Audit, pack: Path) -> None:
    """Take the questions about a repository off the plan."""
    for folder in (pack / "exercises" / "explain").glob(f"{audit.key[:8]}-*"):
        shutil.rmtree(folder)


def _write(audit: Audit, question: Question, folder: Path) -> None:
    folder.mkdir(exist_ok=True, mode=0o700)
    sort = asked()[question.sort]
    for language in LANGUAGES:
        prompt = f"{words(language).say(question.message)}\n\n{_code(question)}\n"
        answer = f"{_filled(sort['answer'][language], question)}\n\n**{words(language)('portfolio.look-at')}** `{question.place.file}:{question.place.line}`.\n"
        (folder / f"prompt.{language}.md").write_text(prompt, encoding="utf-8", errors="replace")
        (folder / f"answer.{language}.md").write_text(answer, encoding="utf-8", errors="replace")
    (folder / "exercise.toml").write_text(_exercise(audit, question, sort), encoding="utf-8", errors="replace")
    (folder / "ways.toml").write_text(_ways(question.sort), encoding="utf-8")


def _code(question: Question) -> str:
    """The lines around the place, fenced so that nothing in them ends the block."""
    text = "".join(c if c.isprintable() or c in "\n\t" else f"\\x{ord(c):02x}" for c in question.context or question.place.excerpt)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{fence}python\n{text}\n{fence}"


def _ways(sort: str) -> str:
    """The ways of a sort as an exercise's `ways.toml`."""
    lines = ["[concepts]", *(f"{name} = {_text(forms)}" for name, forms in ways()["concepts"].items())]
    for table in ("points", "misconceptions"):
        lines += ["", f"[{table}]", *(f"{name} = {_texts(some)}" for name, some in ways()[sort][table].items())]
    return "\n".join(lines) + "\n"


def _exercise(audit: Audit, question: Question, sort: dict[str, Any]) -> str:
    title = {language: f"{audit.name}: {words(language)(f'portfolio.sort.{question.sort}')}" for language in LANGUAGES}
    lines = ['kind = "explain"', f"topics = {_texts(sort['topics'])}", 'level = "mid"', f"minutes = {MINUTES}", "", "[title]"]
    lines += [f"{language} = {_text(title[language])}" for language in LANGUAGES]
    for name, point in sort["points"].items():
        lines += _point(
            name,
            ASIDE if name in sort.get("asides", ()) else ASKED,
            {language: tuple(_filled(one, question) for one in point[language]) for language in LANGUAGES},
        )
    for name, belief in sort["misconceptions"].items():
        lines += ["", "[[misconceptions]]", f'id = "{name}"', f"against = {_texts(ways()[question.sort]['against'][name])}"]
        lines += [f"{language} = {_texts(belief[language])}" for language in LANGUAGES]
        lines += [f"reply.{language} = {_text(belief['reply'][language])}" for language in LANGUAGES]
    return "\n".join(lines) + "\n"


def _point(name: str, weight: int, phrases: dict[Language, tuple[str, ...]]) -> list[str]:
    return [
        "",
        "[[points]]",
        f'id = "{name}"',
        f"weight = {weight}",
        *(f"{language} = {_texts(list(one))}" for language, one in phrases.items()),
    ]


def _filled(text: str, question: Question) -> str:
    fields = {"file": question.place.file, "line": question.place.line, **question.params}
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for the deletion mark and half of a surrogate pair."""
    return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _texts(values: list[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"
