"""What the check of a *prove it* demands stands in its task: nobody fails for something that was not asked."""

import tomllib

import pytest

from tests.conftest import ROOT

CARDS = ROOT / "packs" / "core" / "exercises" / "explain"
DEMANDED = [
    ("eq-and-hash", "other-types", "another type", "altro tipo"),
    ("authn-vs-authz", "anonymous", "not even whether the order exists", "nemmeno se l'ordine esiste"),
    ("context-managers", "no-rollback", "KeyboardInterrupt", "KeyboardInterrupt"),
    ("context-managers", "no-commit", "return", "return"),
    ("decorators-how", "name", "docstring", "docstring"),
    ("decorators-how", "results", "by name", "per nome"),
    ("decorator-pattern-when", "asked-again", "None", "None"),
    ("deep-vs-shallow-copy", "nothing-inside", "lists or dicts", "liste o dict"),
    ("exceptions-handling", "no-cause", "class of your own", "classe tua"),
    ("idempotent-webhook", "half-done", "fails", "fallisce"),
    ("idempotent-webhook", "never", "committed", "commit"),
    ("mutable-vs-immutable", "not-shared", "return the list", "restituiscono la lista"),
    ("template-method-when", "skeleton", "says whether", "dice se"),
    ("command-when", "not-as-before", "before `execute()`", "prima di `execute()`"),
    ("evaluate-rag-answer", "share", "dict", "dict"),
]


@pytest.mark.parametrize(("card", "demand", "en", "it"), DEMANDED, ids=lambda value: str(value)[:30])
def test_what_is_demanded_was_asked_for(card, demand, en, it):
    offer = tomllib.loads((CARDS / card / "exercise.toml").read_text(encoding="utf-8"))["prove_it"]
    assert demand in offer["says"]
    assert en in offer["en"]
    assert it in offer["it"]
