import json
import zipfile

import pytest

from sparring.portfolio.checks import vulnerabilities

# In the shape of OSV's export (https://ossf.github.io/osv-schema/), with made-up packages.
ADVISORY = {
    "id": "GHSA-aaaa-bbbb-cccc",
    "aliases": ["CVE-2031-0001"],
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "Shop_Lib"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.4.1"}, {"introduced": "3.0"}, {"fixed": "3.1"}]}],
            "versions": ["0.9rc1"],
        }
    ],
}
FILES = {"requirements.txt": "# pinned\nshop-lib==2.3 ; python_version > '3'\nother==1.0\nfree>=1\n", "a.py": "x = 1\n"}


@pytest.fixture
def database(tmp_path, monkeypatch):
    path = tmp_path / "osv.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.json", json.dumps(ADVISORY))
        archive.writestr(
            "two.json",
            json.dumps({"id": "X", "withdrawn": "2030-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "PyPI", "name": "other"}}]}),
        )
    monkeypatch.setenv(vulnerabilities.VARIABLE, str(path))
    return path


def found(audit):
    return next((finding for finding in audit.findings if finding.criterion == "vulnerabilities"), None)


def test_a_pinned_version_that_is_affected_is_named_with_what_mends_it(audited, database):
    finding = found(audited([("Begin", FILES)]))
    assert finding.ok is False
    [place] = finding.evidence.rows
    assert (place.file, place.line, place.what) == ("requirements.txt", 2, "CVE-2031-0001 · shop-lib 2.3 → 2.4.1")


@pytest.mark.parametrize(
    ("version", "mended"), [("2.4.1", None), ("2.4", "2.4.1"), ("3.0.5", "3.1"), ("3.1", None), ("0.9rc1", "2.4.1"), ("odd version", None)]
)
def test_ranges_are_read_as_the_schema_says(version, mended):
    assert vulnerabilities.hit(ADVISORY["affected"][0], version) == mended


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv.lock", '[[package]]\nname = "shop-lib"\nversion = "2.0"\n'),
        ("poetry.lock", '[[package]]\nname = "Shop.Lib"\nversion = "2.0"\n'),
        ("Pipfile.lock", '{"default": {"shop-lib": {"version": "==2.0"}}}'),
    ],
)
def test_lock_files_are_read(audited, database, name, text):
    assert found(audited([("Begin", {name: text})])).ok is False


def test_without_a_database_nothing_is_claimed(audited, tmp_path, monkeypatch):
    monkeypatch.setenv(vulnerabilities.VARIABLE, str(tmp_path / "none.zip"))
    assert found(audited([("Begin", FILES)])).ok is None


def test_a_damaged_database_is_told(audited, database):
    database.write_bytes(b"PK not a zip")
    finding = found(audited([("Begin", FILES)]))
    assert (finding.ok, finding.message.id) == (None, "portfolio.not-observed.database")
