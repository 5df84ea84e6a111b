"""Secrets and personal data, in the whole history: what was committed once stays there, also after it was deleted.

Secrets are Kingfisher's business (a living scanner, its network checks switched off), and ours where only the name beside them tells (`literals`); personal
data are found by what can be verified: an Italian codice fiscale and an IBAN carry check digits, and rows with mail addresses of different people are theirs.
"""

import codecs
import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Told, Weight, bad, either, good, not_observed, to_look_at
from sparring.portfolio.checks.literals import literals, told_by_name
from sparring.portfolio.repository import File, Repository

SECONDS = 75
"""Less than an audit has: where the scanner is too slow, the rest of the audit is still told."""
_ENV = re.compile(r"(^|/)\.env(\.(local|prod|production|dev|development))?$")
_INVENTED = frozenset(
    "example examples sample samples template templates dummy fake fakes mock mocks test tests testing fixture fixtures conftest doc docs".split()
)
"""Words of a path that say its content may be invented. It is told all the same, to be looked at: keys in tests are often real."""
MOST_SETTINGS = 1 << 18
"""Bytes of a file in which values are looked for that stand beside a name."""
_WORDS = re.compile(r"[a-z]+")
_DATA = (".csv", ".tsv", ".json", ".jsonl", ".sql", ".txt", ".xml", ".ndjson", ".yaml", ".yml")
_CODICE_FISCALE = re.compile(r"\b[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]\b")
_IBAN = re.compile(r"\bIT[0-9]{2}[A-Z][0-9]{10}[0-9A-Z]{12}\b")
_MAIL = re.compile(r"\b[\w.+-]+@([\w-]+\.[\w.-]+)\b")
_NOBODYS = re.compile(r"example\.|\.test$|\.invalid$|localhost|noreply|\.local$|acme\.|foo\.|bar\.|domain\.|email\.com|mail\.com|test\.")
MOST_FILE, MOST_READ = 16 << 20, 192 << 20
"""Bytes of one file, and of all, in which people are looked for; what is beyond is named as not looked at."""
_ROWS = (".csv", ".tsv", ".jsonl", ".ndjson", ".sql", ".xml", ".json", ".ipynb")
"""Files that hold rows: addresses in them are customers', not a program's or its authors'."""
FEW_MAILS, MOST_MAILS = 3, 20
"""Different addresses of people from which a file of rows, and any other data file, is people's data. Fewer are told, to be looked at."""
_ROLES = re.compile(
    r"(info|support|contact|contatti|admin|hello|sales|press|security|help|team|mail|office|privacy|no-?reply|postmaster|root|git)(\+|$)"
)
"""Addresses of a post, not of a person."""
_AUTHORS = re.compile(
    r"(^|/)(package(-lock)?|composer|codemeta|lerna|bower|plugin|manifest|\.zenodo)\.json$|(^|/)\.?(authors|contributors|maintainers|notice|licen[sc]e|copying|citation)\b",
    re.IGNORECASE,
)
"""Where who made it puts the own address."""
_ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23],
        strict=True,
    )
)


def valid_codice_fiscale(code: str) -> bool:
    """Whether the check letter is right (D.M. 23/12/1976: odd places by table, even by value, modulo 26)."""
    total = sum(_ODD[c] if index % 2 == 0 else int(c) if c.isdigit() else ord(c) - 65 for index, c in enumerate(code[:15]))
    return chr(65 + total % 26) == code[15]


def valid_iban(code: str) -> bool:
    """Whether the check digits are right (ISO 13616: modulo 97)."""
    return int("".join(str(int(c, 36)) for c in code[4:] + code[:4])) % 97 == 1


def begin(repository: Repository, scratch: Path, pool: Executor) -> Future[Told] | None:
    """Start the scanner on the committed objects, beside all other checks: it takes as long as they do. None where there is no scanner."""
    scanner = _scanner()
    if not repository.head or not scanner:
        return None
    bare = scratch / "objects.git"
    bare.mkdir(exist_ok=True)
    repository.objects_only(bare)
    return pool.submit(_scan, scanner, bare, scratch)


def _secrets(subject: Subject) -> Iterator[Finding]:
    if not subject.repository.head:
        return
    told = subject.scan.result() if subject.scan else None
    secrets = _once([*_found(told or []), *_written(subject.repository)])
    real = [secret for secret in secrets if not secret.invented]
    if real:
        today = sum(_stands(secret, subject.repository) for secret in real)
        places = [secret.place for secret in real]
        yield bad("secrets", places, "still", today=today) if today else bad("secrets", places)
    elif told is None:
        yield not_observed("secrets", "kingfisher")
    elif not any(_ENV.search(file.path) and file.size for _, file in subject.repository.past):  # what is told as one is no clean history
        yield good("secrets", commits=len(subject.repository.commits))
    if len(real) < len(secrets):
        yield to_look_at("secrets-maybe", [secret.place for secret in secrets if secret.invented])


@dataclass(frozen=True, slots=True)
class _Secret:
    """What opens something, in the newest commit that holds it, and whether its file or its name says that it is invented."""

    value: str
    place: Place
    invented: bool


def _once(secrets: list[_Secret]) -> list[_Secret]:
    """Each secret of a file once, however many commits hold it and at whichever line: the first that told of it."""
    kept: dict[str, list[_Secret]] = defaultdict(list)
    for secret in secrets:
        known = kept[secret.place.file]
        if not any(secret.value in other.value or other.value in secret.value for other in known):
            known.append(secret)
    return [secret for found in kept.values() for secret in found]


def _stands(secret: _Secret, repository: Repository) -> bool:
    """Whether the last commit holds it at the same path."""
    file = repository.by_path.get(secret.place.file)
    return file is not None and secret.value in _text(repository.content(file))


def _found(told: list[dict[str, Any]]) -> Iterator[_Secret]:
    for item in told:
        finding, git = item["finding"], item["finding"].get("git_metadata", {})
        path = str(finding["path"]).split("!")[0]
        name, value = str(item["rule"]["name"]), str(finding.get("snippet", ""))
        if not git or Path(path).is_absolute():
            continue  # not out of a commit
        commit = str(git.get("commit", {}).get("id", ""))[:10]
        what = f"{name} · {commit}" if commit else name
        yield _Secret(value, Place(path, int(finding["line"]), 0, what, _masked(value)), invented(path))


def _written(repository: Repository) -> Iterator[_Secret]:
    """Passwords and keys given to a name that says so, in settings and programs: what has no form that a scanner knows. A committed .env is told as one."""
    for commit, file in repository.past:
        if not told_by_name(file.path) or file.size > MOST_SETTINGS or _ENV.search(file.path):
            continue
        for literal in literals(file.path, _text(repository.content(file, MOST_SETTINGS))):
            what = f"{literal.name} · {commit[:10]}"
            place = Place(file.path, literal.line, 0, what, _masked(literal.value))
            yield _Secret(literal.value, place, literal.invented or invented(file.path))


def invented(path: str) -> bool:
    """Whether a word of the path says that what it holds may be invented: `tests/keys.py`, not `src/latest/keys.py`."""
    return not _INVENTED.isdisjoint(_WORDS.findall(path.lower()))


def _scanner() -> str | None:
    beside = Path(sys.executable).with_name("kingfisher")
    return str(beside) if beside.exists() else shutil.which("kingfisher")


def _scan(scanner: str, bare: Path, scratch: Path) -> Told:
    flags = ["--no-validate", "--no-update-check", "--quiet", "--format", "json", "--confidence", "medium", "--git-history", "full"]
    try:
        done = subprocess.run([scanner, "scan", str(bare), *flags], capture_output=True, timeout=SECONDS, check=False, cwd=scratch)
        line = next((line for line in done.stdout.splitlines() if line.startswith(b'{"findings"')), b"null")
        told = json.loads(line)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return list(told["findings"]) if told else [] if done.returncode == 0 else None


def _masked(secret: str) -> str:
    """A secret as it may be shown: its first letters."""
    return f"{secret[:4]}…" if secret else ""


def _environment(subject: Subject) -> Iterator[Finding]:
    places = {
        file.path: Place(file.path, 0, 0, commit[:10]) for commit, file in subject.repository.past if _ENV.search(file.path) and file.size
    }
    if places:
        yield bad("env-file", list(places.values()))


def _personal(subject: Subject) -> Iterator[Finding]:
    places: dict[str, Place] = {}
    few: dict[str, Place] = {}
    looked, left = 0, MOST_READ
    unread: set[str] = set()
    for commit, file in subject.repository.past:
        if file.path in places or not file.path.lower().endswith((*_DATA, ".py", ".ipynb", ".md")):
            continue
        if file.size > min(MOST_FILE, left):
            unread.add(file.path)
            continue
        left -= file.size
        looked += 1
        text = _text(subject.repository.content(file, MOST_FILE))
        proved, (mailed, count) = _checked(file, text, commit), _addresses(file, text, commit)
        if place := proved or (mailed if count >= _enough(file) else None):
            places[file.path] = place
        elif mailed:
            few[file.path] = mailed
    real = [place for place in places.values() if not invented(place.file)]
    if unread and not real:
        yield not_observed("personal-data", "too-large", files=looked, count=len(unread), first=min(unread))
    else:
        yield from either("personal-data", real, files=looked)
    if len(real) < len(places):
        yield to_look_at("personal-data-maybe", [place for place in places.values() if invented(place.file)])
    if few := {path: place for path, place in few.items() if path not in places and not invented(path)}:
        yield to_look_at("personal-data-few", list(few.values()))


def _text(content: bytes) -> str:
    """Bytes as text, also as spreadsheets export it (UTF-16); '' for binary ones."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    return "" if b"\0" in content[:8000] else content.decode("utf-8-sig", "replace")


def _checked(file: File, text: str, commit: str) -> Place | None:
    """The first line with a number of a person that its check digits prove."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, valid in ((_CODICE_FISCALE, valid_codice_fiscale), (_IBAN, valid_iban)):
            for match in pattern.finditer(line):
                if valid(match[0]):
                    return Place(file.path, number, 0, commit[:10], _masked(match[0]))
    return None


def _enough(file: File) -> int:
    """How many addresses make a data file one of people."""
    return FEW_MAILS if file.path.lower().endswith(_ROWS) else MOST_MAILS


def _addresses(file: File, text: str, commit: str) -> tuple[Place | None, int]:
    """How many different addresses of people a data file holds, and where the first stands."""
    if not file.path.lower().endswith((*_DATA, ".ipynb")) or _AUTHORS.search(file.path):
        return None, 0
    first, mails = 0, set()
    for match in _MAIL.finditer(text):
        mail = match[0].lower()
        if not _NOBODYS.search(match[1].lower()) and not _ROLES.match(mail.partition("@")[0]):
            first = first or text.count("\n", 0, match.start()) + 1
            mails.add(mail)
    return (Place(file.path, first, 0, commit[:10], f"{len(mails)} × …@…") if mails else None), len(mails)


LOOKS: tuple[Look, ...] = (_secrets, _environment, _personal)
WEIGHTS = {"secrets": Weight(5, 15, 0), "env-file": Weight(5, 15, 0), "personal-data": Weight(5, 45, 0)}
"""A key is made worthless by whoever gave it out, in minutes, and that is what counts; people's data must leave the history itself."""
