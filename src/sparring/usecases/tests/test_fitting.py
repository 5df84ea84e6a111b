from pathlib import Path

import pytest

from sparring.usecases.app import App
from sparring.usecases.fitting import preferred

ROOT = Path(__file__).parents[4]


@pytest.fixture
def app(tmp_path, kept):
    return App((ROOT / "packs" / "core",), kept, tmp_path)


@pytest.mark.parametrize(
    ("advert", "role"),
    [
        ("Cerchiamo un backend developer: Django, PostgreSQL, API REST. Nice to have: AI.", "backend"),
        ("Machine learning engineer: LLM, RAG, modelli in produzione con API REST.", "ai"),
        ("Data scientist, pandas e scikit-learn", "ai"),
    ],
)
def test_the_advertisement_chooses_the_interview(app, advert, role):
    assert preferred(app, advert).role == role


def test_without_an_advertisement_it_is_backend(app):
    assert preferred(app, "").id == "core:backend-mid"


def test_without_plans_there_is_none(tmp_path):
    assert preferred(App((), tmp_path, tmp_path), "backend") is None
