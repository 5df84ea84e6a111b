"""What the doctor names as missing, with the way to get it."""

import pytest

from sparring.config.folders import requirements
from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.artifact import COMPONENT
from sparring.usecases import doctor, extras
from sparring.usecases.app import App
from sparring.usecases.storage import storage
from sparring.words import words


@pytest.fixture
def app(tmp_path, pool):
    return App((tmp_path,), tmp_path, tmp_path, sandbox=pool)


def test_nothing_is_missing_where_everything_works(app):
    found = doctor.examine(app).data(words("en"))
    assert found["missing"] == []
    assert found["engines"][0]["available"]


def test_what_can_still_be_installed_is_missing_with_the_way_to_get_it(app, monkeypatch):
    monkeypatch.setattr(extras, "_installed", lambda package: package != "typst")
    wanted = [one for one in extras.extras(requirements()) if one.missing]
    found = doctor.examine(app, requirements()).data(words("it"))
    assert len(found["missing"]) == len(wanted)
    for one, told in zip(wanted, found["missing"], strict=True):
        assert f"`sparring install {one.name}`" in told
        assert f"{one.megabytes} MB" in told


def test_a_folder_that_is_a_file_is_missing_and_said_why(app, tmp_path, pool):
    (tmp_path / "file").write_text("mine")
    for data in (tmp_path / "file", tmp_path / "file" / "below"):
        found = doctor.examine(App((tmp_path,), tmp_path, data, sandbox=pool)).data(words("en"))
        assert found["storage"]["data"]["writable"] is False
        assert found["storage"]["cache"]["writable"] is True
        (told,) = found["missing"]
        assert str(data) in told
        assert "SPARRING_DATA" in told
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_that_is_not_there_yet_is_tried_above_and_left_unmade(app, tmp_path):
    kept = storage(tmp_path / "not" / "yet")
    assert kept.writable
    assert kept.free is not None
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("sparring.usecases.storage.LITTLE", 1 << 62)
    kept = storage(tmp_path)
    assert kept.writable
    assert "MB" in words("it").say(kept.trouble)


@pytest.mark.parametrize("content", [None, b"", b"no archive", "half"])
def test_a_missing_or_damaged_component_is_named_with_the_way_to_get_it(tmp_path, content):
    file = tmp_path / COMPONENT.name
    if content is not None:
        file.write_bytes(COMPONENT.read_bytes()[:100_000] if content == "half" else content)
    told = words("it").say(doctor.shipped(file))
    assert COMPONENT.name in told
    assert "git checkout" in told


def test_an_engine_that_does_not_open_is_missing(app, monkeypatch):
    saying = Message("sandbox.component-damaged", {"file": COMPONENT.name})

    def fails(*_):
        raise JudgeError(saying)

    monkeypatch.setattr(type(app.sandbox), "run", fails)
    found = doctor.examine(app).data(words("en"))
    assert found["missing"] == [words("en").say(saying)]
    assert not found["engines"][0]["available"]


def test_a_package_that_is_not_there_breaks_nothing(app, monkeypatch):
    def absent(_):
        raise doctor.PackageNotFoundError

    monkeypatch.setattr(doctor, "version", absent)
    assert doctor.examine(app).versions["wasmtime"] == ""
