"""`sparring english` and `sparring glossary` from the outside."""

import json

from tests.terminal import sparring

TEXT = "😀 I have 34 years.\r\nIt depends from the informations, and the GIL is fine.\r\n"


def english(*arguments: str, stdin: str = TEXT):
    return sparring("english", "-", *arguments, stdin=stdin.encode())


def test_offsets_count_characters_of_the_file(data):
    done = english("--json")
    found = json.loads(done.stdout)["findings"]
    assert done.returncode == 1
    assert [one["rule"] for one in found] == ["age-have", "depend-from", "uncountable-plural"]
    for one in found:
        evidence = one["evidence"]
        assert one["ok"] is False
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["text"]
    assert found[0]["evidence"]["replacements"] == ["am 34 years old"]
    assert "età" in json.loads(english("--json", "--lang", "it").stdout)["findings"][0]["message"]


def test_a_right_text_passes_and_an_unreadable_one_is_told_in_words(data, tmp_path):
    assert english("--json", stdin="I have worked here since 2019.").returncode == 0
    empty = english("--json", stdin=" \n")
    assert (empty.returncode, "error" in json.loads(empty.stdout)) == (2, True)
    (tmp_path / "latin.txt").write_bytes("perch\xe9".encode("latin-1"))
    assert sparring("english", str(tmp_path / "latin.txt")).returncode == 2
    assert sparring("english", str(tmp_path / "missing.txt")).returncode == 2


def test_mistakes_become_cards_each_once(data):
    assert "3 new cards" in english("--deck").stdout
    assert "0 new cards" in english("--deck").stdout
    cards = json.loads(sparring("study", "cards", "list", "--json").stdout)
    assert len(cards) == 3
    assert all(card["deck"] == "English" for card in cards)
    told = json.dumps(cards, ensure_ascii=False)
    assert "I **am 34 years old**." in told
    assert "It depends **from** the information," in told  # each card asks for one mend
    assert "It depends on the **informations**," in told


def test_marks_can_be_seen_without_colour(data):
    shown = english().stdout
    assert "“have 34 years”" in shown
    assert "“am 34 years old”" in shown


def test_the_glossary_is_searched(data):
    found = json.loads(sparring("glossary", "queue", "--json").stdout)
    assert [term["term"] for term in found if term["term"] == "queue"] == ["queue"]
    assert all(term["say"] and term["note"] for term in found)


def test_a_blob_of_200000_letters_is_read_and_more_is_refused(data):
    done = english("--json", stdin="I have 34 years. " + "a" * 199_000)
    assert [one["rule"] for one in json.loads(done.stdout)["findings"]] == ["age-have"]
    assert english("--json", stdin="a" * 200_001).returncode == 2


def test_the_programs_language_is_that_of_its_commands(data):
    done = sparring("--lang", "it", "english", "-", "--json", stdin=TEXT.encode())
    assert "età" in json.loads(done.stdout)["findings"][0]["message"]
    done = sparring("--lang", "it", "english", "-", "--json", "--lang", "en", stdin=TEXT.encode())
    assert "età" not in json.loads(done.stdout)["findings"][0]["message"]
