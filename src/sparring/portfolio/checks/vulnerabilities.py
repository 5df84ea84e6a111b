"""Known vulnerabilities of pinned dependencies, where a copy of a public database lies on this machine: OSV's export for PyPI (`all.zip`, or its JSON files in a folder).

`SPARRING_OSV` names it; else it is looked for as `osv.zip` or `osv/` in the data folder. Nothing is fetched. Format: https://ossf.github.io/osv-schema/.
"""

import json
import os
import re
import tomllib
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, good, not_observed
from sparring.portfolio.repository import Repository

VARIABLE = "SPARRING_OSV"
MOST_ENTRIES, MOST_BYTES = 100_000, 2 << 20
_PIN = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*==\s*([A-Za-z0-9.!+-]+)")
Pins = dict[tuple[str, str], Place]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(repository: Repository) -> Pins:
    """Name and version of everything that is pinned to one version (requirements files, uv.lock, poetry.lock, Pipfile.lock), with its place."""
    found: Pins = {}
    for file in repository.files:
        name = file.name.lower()
        if re.fullmatch(r"[\w.-]*requirements[\w.-]*\.txt", name) or re.search(r"requirements/[\w.-]+\.txt$", file.path):
            for number, line in enumerate(repository.text(file).splitlines(), 1):
                match = _PIN.match(line)
                if match:
                    found.setdefault((_normal(match[1]), match[2]), Place(file.path, number, 0, "", line.strip()[:160]))
        elif name in ("uv.lock", "poetry.lock", "pipfile.lock"):
            text = repository.text(file)
            for package, version in _locked(name, text):
                at = 1 + text[: max(0, text.find(f'"{package}"'))].count("\n")
                found.setdefault((_normal(package), version), Place(file.path, at, 0, "", f"{package} {version}"))
    return found


def _locked(name: str, text: str) -> Iterator[tuple[str, str]]:
    try:
        table: dict[str, Any] = json.loads(text) if name == "pipfile.lock" else tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    if name == "pipfile.lock":
        for group in ("default", "develop"):
            entries = table.get(group)
            for package, entry in entries.items() if isinstance(entries, dict) else ():
                version = str(entry.get("version", "")) if isinstance(entry, dict) else ""
                if version.startswith("=="):
                    yield package, version[2:]
        return
    packages = table.get("package")
    for entry in packages if isinstance(packages, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("name"), str) and isinstance(entry.get("version"), str):
            yield entry["name"], entry["version"]


def database() -> Path | None:
    """Where the copy of the database is, if there is one."""
    from platformdirs import user_data_dir

    folder = Path(os.environ.get("SPARRING_DATA") or user_data_dir("sparring", appauthor=False))
    given = os.environ.get(VARIABLE)
    return next((path for path in ([Path(given)] if given else [folder / "osv.zip", folder / "osv"]) if path.exists()), None)


@lru_cache(maxsize=2)
def _advisories(path: Path, _changed: float) -> dict[str, list[dict[str, Any]]]:
    """Advisories by package. ValueError or OSError where the database is damaged."""
    found: dict[str, list[dict[str, Any]]] = {}
    for content in _contents(path):
        entry = json.loads(content)
        for affected in entry.get("affected", ()) if isinstance(entry, dict) and not entry.get("withdrawn") else ():
            package = affected.get("package", {})
            if package.get("ecosystem") == "PyPI":
                found.setdefault(_normal(str(package.get("name", ""))), []).append(
                    {"id": entry["id"], "aliases": entry.get("aliases", []), **affected}
                )
    return found


def _contents(path: Path) -> Iterator[bytes]:
    if path.is_dir():
        for file in sorted(path.glob("**/*.json"))[:MOST_ENTRIES]:
            if file.stat().st_size <= MOST_BYTES:
                yield file.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist()[:MOST_ENTRIES]:
            if info.filename.endswith(".json") and info.file_size <= MOST_BYTES:
                yield archive.read(info)


def hit(affected: dict[str, Any], version: str) -> str | None:
    """The version that mends it ('' if none is known) where this version is affected; None where it is not."""
    from packaging.version import InvalidVersion, Version

    try:
        mine = Version(version)
    except InvalidVersion:
        return None
    listed, mended = version in affected.get("versions", ()), ""
    for one in affected.get("ranges", ()):
        if one.get("type") != "ECOSYSTEM":
            continue
        inside = False
        for event in one.get("events", ()):
            try:
                if "introduced" in event and mine >= Version(event["introduced"] if event["introduced"] != "0" else "0.dev0"):
                    inside = True
                elif "fixed" in event and mine >= Version(event["fixed"]):
                    inside = False
                elif "fixed" in event and inside and not mended:
                    mended = event["fixed"]
                elif "last_affected" in event and mine > Version(event["last_affected"]):
                    inside = False
            except InvalidVersion:
                continue
        listed = listed or inside
    return mended if listed else None


def _look(subject: Subject) -> Iterator[Finding]:
    pins = pinned(subject.repository)
    path = database()
    if not pins:
        return
    if path is None:
        yield not_observed("vulnerabilities", "no-database", pins=len(pins))
        return
    try:
        known = _advisories(path, path.stat().st_mtime)
    except (OSError, ValueError, KeyError, AttributeError, zipfile.BadZipFile) as error:
        yield not_observed("vulnerabilities", "database", path=str(path), what=str(error)[:200])
        return
    places = []
    for (name, version), place in pins.items():
        for affected in known.get(name, ()):
            mended = hit(affected, version)
            if mended is not None:
                label = next((alias for alias in affected["aliases"] if str(alias).startswith("CVE-")), affected["id"])
                places.append(
                    Place(place.file, place.line, 0, f"{label} · {name} {version}{f' → {mended}' if mended else ''}", place.excerpt)
                )
    unique = list({(place.file, place.line, place.what): place for place in places}.values())
    yield bad("vulnerabilities", unique) if unique else good("vulnerabilities", pins=len(pins))


LOOKS: tuple[Look, ...] = (_look,)
WEIGHTS = {"vulnerabilities": Weight(5, 20, 1)}
