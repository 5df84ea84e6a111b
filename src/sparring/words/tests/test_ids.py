"""An id has one sentence in each language: two rooms that use the same one would overwrite each other's."""

from collections import Counter
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["en", "it"])
def test_no_id_is_used_twice(language):
    ids = Counter(entry.msgid for path in ROOT.glob(f"**/locale/{language}.po") for entry in polib.pofile(str(path)))
    assert [name for name, count in ids.items() if count > 1] == []


def test_both_languages_know_the_same_ids():
    known = [
        {entry.msgid for path in ROOT.glob(f"**/locale/{language}.po") for entry in polib.pofile(str(path))} for language in ("en", "it")
    ]
    assert known[0] ^ known[1] == set()
