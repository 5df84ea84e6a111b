"""A suite that replaces what it is to test is named; what only replaces what the module leans on is not."""

import pytest

from sparring.kinds.test.replaced import replaced

MODULE = "import time\n\nLIMIT = 3\n\ndef split(cents, people):\n    return [cents // people]\n\nclass Till:\n    def open(self):\n        time.sleep(1)\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import bill\n\ndef test_a():\n    bill.split = lambda *_: [1]\n", "bill.split"),
        ("import bill as b\nb.split: object = print\n", "bill.split"),
        ("from unittest.mock import patch\n\n@patch('bill.split')\ndef test_a(m):\n    m()\n", "bill.split"),
        ("import bill\n\ndef test_a(monkeypatch):\n    monkeypatch.setattr(bill, 'split', print)\n", "bill.split"),
        ("from bill import Till\n\ndef test_a(mocker):\n    mocker.patch.object(Till, 'open')\n", "bill.Till.open"),
        ("from bill import Till\nTill.open = print\n", "bill.Till.open"),
        ("import bill\ndel bill.split\n", "bill.split"),
        ("import bill\n\ndef test_a(monkeypatch):\n    monkeypatch.setattr('bill.time.sleep', print)\n", ""),
        ("import bill\n\ndef test_a(monkeypatch):\n    monkeypatch.setattr(bill, 'LIMIT', 5)\n", ""),
        ("import bill\nbill.time.sleep = print\n", ""),
        ("from bill import split\nsplit = print\n", ""),
        ("import other\nother.split = print\n", ""),
        ("from bill import Till\ntill = Till()\ntill.open = print\n", ""),
        ("def test_a(:\n", ""),
    ],
)
def test_what_a_suite_replaces(text, name):
    found = replaced({"test_bill.py": text}, "bill", MODULE)
    assert (found.name if found else "") == name
