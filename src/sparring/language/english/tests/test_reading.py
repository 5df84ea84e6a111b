from base64 import b64encode
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from time import process_time

import pytest

from sparring.content.english import rules_of
from sparring.core.text import Text
from sparring.language.english import harper
from sparring.language.english.checking import Checker
from sparring.language.english.lexicon import keys, plural_of, singular_of, verb_form
from sparring.language.english.mend import article, check_mend
from sparring.language.english.pattern import PatternError, read_pattern
from sparring.language.english.rules import Slip
from sparring.language.english.samples import measured, read_samples
from sparring.language.english.words import sentences
from tests.conftest import ROOT

SETS = Path(__file__).parent / "sets"


@pytest.fixture(scope="module")
def checker():
    return Checker(lambda: rules_of(ROOT / "packs" / "core"))


def marked(checker, text, **how):
    return [(slip.rule, text[slip.start : slip.end], slip.replacements[0]) for slip in checker.check(text, **how)]


def test_offsets_count_the_characters_of_the_text(checker):
    text = "😀 Ciao!\r\nI\u2019m agree with you. I have 34 years.\n"
    assert marked(checker, text) == [("am-agree", "\u2019m agree", " agree"), ("age-have", "have 34 years", "am 34 years old")]


def test_a_mend_put_into_the_text_makes_it_right(checker):
    text = "I have 34 years and it depends from the informations."
    for slip in sorted(checker.check(text), key=lambda slip: -slip.start):
        text = slip.mend(text)
    assert text == "I am 34 years old and it depends on the information."
    assert checker.check(text) == ()


def test_code_and_addresses_are_nobodys_english(checker):
    assert checker.check("Call `people is informations` or he_dont() at https://example.org/informations first.") == ()


def test_what_a_transcriber_writes_is_no_mistake_of_the_speaker(checker):
    assert marked(checker, "It returns a list, that is then sorted. Each worker has it's own queue.", spoken=True) == []
    assert [rule for rule, _, _ in marked(checker, "i have 34 years, i work here since 2019", spoken=True)] == ["age-have", "present-since"]


@pytest.mark.parametrize("name", ["first", "second", "third", "blind-second"])
def test_no_right_sentence_of_the_sets_is_marked(checker, name):
    told = measured(read_samples(SETS / f"{name}.txt"), lambda text: [(s.start, s.end) for s in checker.check(text)])
    assert told.mistakes >= 60
    assert told.alarmed <= 0.03 * told.right
    assert told.recall >= {"first": 0.9, "second": 0.75, "third": 0.9, "blind-second": 0.83}[name]


def test_this_programs_own_english_raises_hardly_an_alarm(checker):
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "packs" / "core" / "exercises").rglob("answer.en.md"))]
    found = [(slip.rule, text[slip.start : slip.end]) for text in texts for slip in checker.check(text)]
    read = sum(len(sentences(text)) for text in texts)
    assert read > 150
    assert len(found) <= 0.01 * read, found


@pytest.mark.parametrize("pattern", ["", "^ $", "[ a", "Upper case", "/(/", "a [ b ] [ c ]"])
def test_a_pattern_that_cannot_be_read_says_why(pattern):
    with pytest.raises(PatternError):
        read_pattern(pattern)


def test_forms():
    assert (verb_form("went", "pp"), verb_form("planning", "past"), verb_form("carries", "base")) == ("gone", "planned", "carry")
    assert (plural_of("person"), plural_of("query"), singular_of("classes")) == ("people", "queries", "class")
    assert "@invented-past" in keys("catched")
    words = ("hour", "user", "URL", "LRU", "HTTP", "error", "one-off", "SQL")
    assert [article(word) for word in words] == ["an", "a", "a", "an", "an", "an", "a", "an"]


def test_mends_keep_the_form_of_what_stands_there(checker):
    mends = {
        "I was making an exam.": "taking",
        "It makes part of the API.": "is part of",
        "We made part of a team.": "were part of",
        "She enters in the company tomorrow.": "joins",
        "He always says the truth.": "tells the truth",
        "They had reason.": "were right",
        "My manager was not agree.": "didn't agree",
    }
    assert {text: [mend for _, _, mend in marked(checker, text)] for text in mends} == {text: [mend] for text, mend in mends.items()}
    with pytest.raises(PatternError):
        check_mend("$1:as-thing", read_pattern("[ make ]"))


def test_harper_reads_too_and_never_speaks_over_our_rules():
    second = harper.second_reader()
    assert second is not None
    text = "😀 Case and point: the GIL and pytest."
    checker = Checker(second=lambda: second)
    found = checker.check(text)
    assert [text[slip.start : slip.end] for slip in found if slip.rule.startswith("harper-")]
    assert checker.check(text, alone=True) == ()
    assert not second("The GIL lets one thread at a time run bytecode; asyncio, pytest and mypy are tools.")


def test_american_spellings_are_no_invented_pasts(checker):
    assert checker.check("They canceled the meeting, and I had modeled the data.") == ()
    assert [slip.rule for slip in checker.check("The bug was catched.")] == ["invented-past"]


BLOBS = {
    "one word": "a" * 190_000,
    "base64": b64encode(Random(1).randbytes(60_000)).decode(),
    "at": "@" * 20_000,
    "calls": "a(" * 20_000,
    "empty lines": "I am here.\n" + "\n " * 20_000 + "I am there.",
    "doubled": "the the " * 4_000,
}


@pytest.mark.parametrize("name", BLOBS)
def test_no_text_takes_more_than_it_is_long(name, checker):
    """Harper needs the square of a long word, gigabytes, and ours read addresses so: what a few thousand characters take is multiplied by the length, no more."""
    both = Checker(lambda: checker.rules, harper.second_reader)
    began = process_time()
    both.check(BLOBS[name])
    assert process_time() - began < 15
    assert getrusage(RUSAGE_SELF).ru_maxrss < 2_000_000


def test_what_harper_says_of_a_long_text_stands_where_it_is():
    text = "I works here since " + "b" * 300 + ". " + "This is fine and it works. " * 400 + "He have did it."
    slips = harper.second_reader()(text)
    assert any(text[slip.start : slip.end] in ("did", "have", "have did") for slip in slips), slips
    assert "".join(piece for _, piece in harper.pieces(text)) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in harper.pieces(text))


def test_no_two_slips_of_any_reader_overlap():
    def other(text):
        return [Slip("harper-x", start, end, (), Text("?"), None, "", "harper") for start, end in ((0, 4), (2, 9), (9, 12))]

    found = Checker(second=lambda: other).check("what about them?")
    assert [(slip.start, slip.end) for slip in found] == [(2, 9), (9, 12)]


def test_sounds_of_hesitation_in_a_transcript_are_passed_over(checker):
    text = "So, um, I am, uh, agree with, erm, the team. Humming errs."
    found = checker.check(text, spoken=True)
    assert [slip.rule for slip in found] == [
        slip.rule for slip in checker.check("So, I am agree with, the team. Humming errs.", spoken=True)
    ]
    assert found
    assert text[found[0].start : found[0].end] == "am, uh, agree"
