"""A CV's claims beside the code: which technologies it names, where the repositories show them, and which have no trace in them.

Three sorts. What `skills.toml` knows is looked for by what shows it (imports, paths). Any other name of the list that advertisements are read with is looked for by
that name, among imports, paths and the lines of configuration files. What no code can show (figures, ways of working) is told as such: to be ready for the question.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from sparring.core.evidence import Passage, Place, Places, Span
from sparring.core.text import Message, Param
from sparring.core.verdict import Finding
from sparring.language.skills import Mention, mentions
from sparring.portfolio.repository import Repository
from sparring.portfolio.sources import Sources

MOST_SHOWN, MOST_FIGURES, MOST_OTHERS = 3, 5, 12
_CONFIGURED = re.compile(
    r"(^|/)(Dockerfile[^/]*|(docker-)?compose[^/]*\.ya?ml|pyproject\.toml|setup\.(py|cfg)|requirements[^/]*\.(txt|in)|Pipfile|environment\.ya?ml|package\.json"
    r"|tox\.ini|noxfile\.py|Makefile|\.pre-commit-config\.yaml|\.gitlab-ci\.yml|Jenkinsfile)$|^\.github/workflows/"
)
"""Where a name is a choice that was made, and not just a word."""
_DECLARES = re.compile(
    r"(^|/)(Dockerfile[^/]*|pyproject\.toml|setup\.(py|cfg)|requirements[^/]*\.(txt|in)|Pipfile|environment\.ya?ml)$|/requirements/"
)
_RUN = re.compile(
    r"(pytest|coverage|mypy|pyright|ruff|black|isort|flake8|pylint|bandit|tox|nox|sphinx|mkdocs)\b.*|gunicorn|uvicorn|hypercorn|daphne|waitress|pre-commit|twine"
)
"""Tools and servers, which a program rightly declares and never imports."""
_FIGURE = re.compile(
    r"(?<![\w.,])(?:\d[\d.,]*\s?%|\d[\d.,]*\s?x\b|\d[\d.,]*\s?(?:k|mila|million\w*|milion\w*|users?|utenti|requests?|richieste|ms\b|TB|GB)|\+\d+)",
    re.IGNORECASE,
)
_ITEM = r"[\w.+#/-]+(?: [\w.+#/-]+)?"
_OR = r"(?:or|nor|and|o|oppure|e|ed|né)"
_NEVER = re.compile(
    r"\b(?:never|not yet|no (?:experience|knowledge)|(?:have|has|do|did)(?: not|n['’]t)|mai|non (?:ho|conosco|uso|so)"
    r"|(?:nessuna|senza|poca o nessuna|zero) (?:esperienza|conoscenza|competenza)|without (?:any )?(?:experience|knowledge)"
    r"|(?:would like|want|hope|keen|eager) to (?:learn|try)|(?:vorrei|voglio|mi piacerebbe|spero di) (?:imparare|provare|studiare))\b"
    rf"(?P<said>[^.;,:()\n]*)(?P<more>(?:,\s*{_ITEM})*(?:,?\s+{_OR}\s+|,\s*))?\Z",
    re.IGNORECASE,
)
"""What denies a skill that follows in the same clause, or only wishes for it: "I have never used Terraform", "I would like to learn Rust"; `more`: a list goes on."""
_WITHOUT = re.compile(
    rf"\b(?:without|senza|no|niente|nessun)\s+(?:(?:any|using|usare|alcun[ao]?|mai usare)\s+)?(?:{_ITEM}(?:,\s*|,?\s+{_OR}\s+(?:without\s+|senza\s+)?))*\Z",
    re.IGNORECASE,
)
"""What denies only what stands right behind it: "without Docker", "senza Celery né Redis"."""
_YET = re.compile(r"\b(?:but|ma|però|bensì|instead|invece|except|tranne|only|solo|soltanto)\b", re.IGNORECASE)
"""Behind a denial: what follows is not denied."""
_ENDS = re.compile(rf"[^.;:()\n]*?\b{_OR}\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\s*[:?,(–—-]?\s*(?:never (?:used|tried|touched)|not yet|to learn\b"
    r"|mai (?:usat|provat|toccat)[oaie]|non (?:l['’]|lo |la )?ho mai|non (?:lo|la) (?:conosco|uso)\b|non ancora|da imparare\b"
    r"|(?:no|mai|never|none|zero|nessuna|(?:nessuna|senza|zero) (?:esperienza|conoscenza)|no (?:experience|knowledge))(?=\s*(?:[.;,:)!\n]|\Z)))",
    re.IGNORECASE,
)
"""What denies the skill before it: "Kubernetes: never used", "Docker no"."""
_PUBLISHED = re.compile(
    r"\b(?:published|released|maintain(?:er|ed|ing)?(?: of)?|author(?:ed)?(?: of)?|pubblicat[oaie]|pubblico|rilasciat[oaie]|manten\w+|aut(?:ore|rice) d(?:i|el|ella))\b"
    r"[^.;\n]{0,30}?\b(?:package|library|pacchetto|libreria)\s+(?:python\s+)?[«“\"'`]?(?P<name>[A-Za-z][\w.-]*\w)",
    re.IGNORECASE,
)
"""A package of one's own: "published the package tariffe"."""
_NAMED = re.compile(r"""\s*name\s*=\s*["']?([\w.-]+)""")
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Skill:
    """A technology: how CVs write it, and what shows it in a repository (imported modules, paths; `code`: lines of the program; `annotated`: functions that say
    what they return; `history`: its commits).
    """

    name: str
    words: re.Pattern[str]
    modules: tuple[str, ...]
    paths: re.Pattern[str] | None
    code: re.Pattern[str] | None
    annotated: bool
    history: bool


@lru_cache(maxsize=1)
def skills() -> tuple[Skill, ...]:
    """The list that ships in `skills.toml`."""
    table = tomllib.loads(Path(__file__).with_name("skills.toml").read_text(encoding="utf-8"))
    return tuple(
        Skill(
            name,
            re.compile(rf"(?<![\w.-])(?:{entry['words']})(?![\w-])", 0 if entry.get("case") else re.IGNORECASE),
            tuple(entry.get("modules", ())),
            re.compile(entry["paths"]) if "paths" in entry else None,
            re.compile(entry["code"]) if "code" in entry else None,
            entry.get("annotated", False),
            entry.get("history", False),
        )
        for name, entry in table.items()
    )


def check_claims(text: str, repositories: Iterable[Repository]) -> tuple[Finding, ...]:
    """One finding for each technology that the text names: where the code shows it, or that nothing does (ok is None: it may be true all the same)."""
    read = [(repository, Sources(repository)) for repository in repositories]
    found, said = [], []
    for skill in skills():
        spans = [match.span() for match in skill.words.finditer(text) if not _denied(text, *match.span())]
        if spans:
            said += spans
            words = text[slice(*spans[0])]
            places = [place for repository, sources in read for place in _shown(skill, repository, sources)]
            found.append(_by_places(skill.name, words, text, spans[0], places, read, "no-trace"))
    said += [match.span() for match in _PUBLISHED.finditer(text)]
    others = [
        one
        for one in mentions(text)
        if one.sure and not _denied(text, one.start, one.end) and not any(one.start < end and one.end > start for start, end in said)
    ]
    named, unseen = _by_name(text, others, read)
    found += named
    if unseen:
        titles = list(dict.fromkeys(one.words for one in unseen))  # as the text has them: a heading of ours is no claim of theirs
        listed = ", ".join(titles[:MOST_OTHERS]) + (" …" if len(titles) > MOST_OTHERS else "")
        passage = Passage(text, tuple(Span(one.start, one.end) for one in unseen))
        found.append(Finding("claim:unseen", None, Message("portfolio.claim.unseen", {"names": listed}), passage))
    return (*found, *_packages(text, read), *_figures(text))


def _denied(text: str, start: int, end: int) -> bool:
    """Whether the clause says before this place, or right behind it, that it is not known: then nothing is claimed."""
    if _NOT_YET.match(text, end):
        return True
    before = text[max(0, start - 120) : start]
    never = _NEVER.search(before)
    if never and not _YET.search(never["said"] + (never["more"] or "")):
        return "," not in (never["more"] or "") or bool(_ENDS.match(never["more"] + text[start : end + 80]))
    without = _WITHOUT.search(before)
    return bool(without and not _YET.search(without[0]))


def _packages(text: str, read: Sequence[tuple[Repository, Sources]]) -> Iterator[Finding]:
    """The packages that the text says are published: where a repository declares the very name, or that none does."""
    for match in _PUBLISHED.finditer(text):
        name, plain = match["name"], _PLAIN.sub("", match["name"].lower())
        places = [place for repository, _ in read for place in _declared(plain, repository)]
        message = Message(f"portfolio.claim.package-{'declared' if places else 'undeclared'}", {"name": name})
        span = (Span(match.start("name"), match.end("name")),)
        yield Finding(
            f"claim:package:{name}",
            True if places else None,
            message,
            Places(tuple(places[:MOST_SHOWN])) if places else Passage(text, span),
        )


def _declared(plain: str, repository: Repository) -> Iterator[Place]:
    """The lines that give a repository's package this name."""
    for file in repository.files:
        if file.name in ("pyproject.toml", "setup.cfg", "setup.py"):
            for number, line in enumerate(repository.text(file).splitlines(), 1):
                declared = _NAMED.match(line)
                if declared and _PLAIN.sub("", declared[1].lower()) == plain:
                    yield Place(f"{repository.name}/{file.path}", number, 0, "", line.strip()[:160])


def _is_name(one: Mention) -> bool:
    """Whether it is a product's name and no subject ("caching", "Data analysis"): those have a capital that no beginning of a line explains, or are one word."""
    return one.skill.technical and not one.words.islower() and (" " not in one.words or not one.words[1:].islower())


def _by_name(text: str, others: Sequence[Mention], read: Sequence[tuple[Repository, Sources]]) -> tuple[list[Finding], list[Mention]]:
    """What the list of `skills.toml` does not hold, looked for by its name; and what is no name and stands nowhere."""
    firsts = {_PLAIN.sub("", one.words.lower()): one for one in reversed(others)}
    found, unseen = [], []
    for one in sorted(firsts.values(), key=lambda one: one.start):
        finding = _by_places(one.words, one.words, text, (one.start, one.end), [], read, "unnamed") if one.skill.technical else None
        if finding and (finding.ok or _is_name(one)):
            found.append(finding)
        else:
            unseen.append(one)
    return found, unseen


def _by_places(
    name: str, words: str, text: str, span: tuple[int, int], places: list[Place], read: Sequence[tuple[Repository, Sources]], nothing: str
) -> Finding:
    """Where it is used; else that it is only declared (a dependency that nothing imports is no use); else that nothing shows it."""
    named = [] if places else [place for repository, sources in read for place in _named(words, repository, sources)]
    used = places or [place for place in named if not _only_declares(words, place)]
    if named and not used:
        return Finding(f"claim:{name}", None, Message("portfolio.claim.declared", {"name": name}), Places(tuple(named[:MOST_SHOWN])))
    return _finding(name, text, span, used, nothing)


def _only_declares(words: str, place: Place) -> bool:
    """Whether a line only asks for a distribution: in a requirements file, quoted or as a key where dependencies are listed, to be installed by pip; tools and servers apart."""
    if place.line == 0 or not _DECLARES.search(place.file) or _RUN.fullmatch(words.lower()):
        return False
    name = re.escape(words)
    asked = rf"(?:^\s*-?\s*|[\"'\s]){name}(?:\[[^\]]*\])?\s*(?:[<>=~!^;@].*|[\"',\]].*)?$|[\"']{name}(?:\[[^\]]*\])?\s*(?:[<>=~!^;@][^\"']*)?[\"']|pip3? install\b"
    return "requirements" in place.file.lower() or bool(re.search(asked, place.excerpt, re.IGNORECASE))


def _named(words: str, repository: Repository, sources: Sources) -> Iterator[Place]:
    """Where a name stands: among the imports, in a path, in files of configuration."""
    plain = _PLAIN.sub("", words.lower())
    for module, place in sources.imports.items():
        if _PLAIN.sub("", module.lower()) == plain:
            yield replace(place, file=f"{repository.name}/{place.file}")
    pattern = re.compile(rf"(?<![\w]){re.escape(words)}(?![\w])", re.IGNORECASE)
    for file in repository.files:
        if plain in {_PLAIN.sub("", part.split(".")[0].lower()) for part in file.path.split("/")}:
            yield Place(f"{repository.name}/{file.path}", 0, 0, "")
        elif _CONFIGURED.search(file.path):
            rows = enumerate(repository.text(file).splitlines(), 1)
            found = [
                Place(f"{repository.name}/{file.path}", number, 0, "", row.strip()[:160]) for number, row in rows if pattern.search(row)
            ]
            yield from sorted(found, key=lambda place: _only_declares(words, place))[:1]


def _figures(text: str) -> Iterator[Finding]:
    """The lines with a figure: no code shows it, and every interviewer asks for it."""
    at = 0
    told = 0
    for line in text.splitlines(keepends=True):
        if (match := _FIGURE.search(line)) and told < MOST_FIGURES:
            told += 1
            span = (Span(at + match.start(), at + match.end()),)
            params: dict[str, Param] = {"figure": match[0].strip(), "line": " ".join(line.strip("\t\r\n -–—*•·").split())[:120]}
            yield Finding(f"claim:{match[0].strip()}", None, Message("portfolio.claim.figure", params), Passage(text, span))
        at += len(line)


def _finding(name: str, text: str, span: tuple[int, int], places: list[Place], nothing: str) -> Finding:
    if places:
        message = Message("portfolio.claim.shown", {"name": name, "count": len(places)})
        return Finding(f"claim:{name}", True, message, Places(tuple(places[:MOST_SHOWN]), max(0, len(places) - MOST_SHOWN)))
    return Finding(f"claim:{name}", None, Message(f"portfolio.claim.{nothing}", {"name": name}), Passage(text, (Span(*span),)))


def _lines(code: re.Pattern[str], sources: Sources) -> Iterator[Place]:
    """In each file of the program the first line like that."""
    for source in sources.program:
        if match := code.search(source.text):
            yield source.place(source.text.count("\n", 0, match.start()) + 1)


def _shown(skill: Skill, repository: Repository, sources: Sources) -> list[Place]:
    found = list(islice(_lines(skill.code, sources), MOST_SHOWN)) if skill.code else []
    found += [sources.modules[module] for module in skill.modules if module in sources.modules]
    if skill.paths:
        found += [Place(file.path, 0, 0, "") for file in repository.files if skill.paths.search(file.path)][:MOST_SHOWN]
    if skill.annotated:
        functions = ((source, function) for source in sources.program for function in source.functions if function.returns)
        found += [source.place(function.lineno) for source, function in islice(functions, 1)]
    shown = [replace(place, file=f"{repository.name}/{place.file}") for place in found]
    return [Place(repository.name, 0, 0, repository.commits[0].id), *shown] if skill.history and repository.commits else shown
