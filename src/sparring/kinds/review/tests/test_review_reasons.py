"""A remark finds a fault by its reason: repeating the code of the line is none."""

import pytest

from sparring.core.exercise import Exercise
from sparring.kinds.kind import Folder
from sparring.kinds.review import KIND
from sparring.kinds.review.grader import judge_review
from tests.conftest import ROOT

PACK = ROOT / "packs" / "core" / "exercises" / "review"


@pytest.mark.parametrize(
    ("name", "line", "language"),
    [
        ("import-of-stock", "stock/importer.py:19 non mi piace except Exception", "it"),
        ("import-of-stock", "stock/importer.py:19 I don't like except Exception", "en"),
        ("orders-endpoint", "orders/views.py:30 non mi piace except Exception", "it"),
        ("orders-endpoint", "orders/views.py:30 I don't like except Exception", "en"),
    ],
)
def test_the_code_said_again_is_no_reason(name, line, language):
    loaded = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it"), True))
    assert isinstance(loaded, Exercise)
    assert not [one for one in judge_review(loaded.spec, line, language).findings if one.ok is True]
