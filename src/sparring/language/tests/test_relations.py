"""A claim that takes the contrary side is found; who agrees, denies, supposes or reports is left alone."""

import pytest

from sparring.language.reading import read
from sparring.language.relations import sides_of, turned

RIGHT = (("en", "a default argument is evaluated once, when the function is defined"), ("it", "il default viene valutato una volta sola"))


def found(text, language, right=RIGHT):
    sentences = read(text, language, {})
    words = [(number, word) for number, one in enumerate(sentences) for word in range(len(one.sentence.tokens))]
    return turned(words, sentences, language, sides_of(right))


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "A default argument is evaluated at every call of it."), ("it", "L'argomento di default viene valutato a ogni chiamata.")],
)
def test_the_contrary_is_found_with_its_clause(language, text):
    claim = found(text, language)
    assert claim
    assert (claim.pair, claim.against) == ("how-often", 2)
    assert text[claim.start : claim.end] in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A default argument is evaluated once, not at every call."),
        ("en", "It is not evaluated at every call."),
        ("en", "Otherwise it would be evaluated at every call."),
        ("en", "Many people think that it is evaluated at every call."),
        ("en", "Is it evaluated at every call?"),
        ("it", "Molti pensano che venga valutato a ogni chiamata."),
        ("it", "Viene valutato una volta sola."),
        ("it", "Una volta creato resta lì."),
    ],
)
def test_nobody_else_is_asked_to_check(language, text):
    assert found(text, language) is None


def test_one_right_sentence_is_too_few():
    assert found("It is evaluated at every call.", "en", RIGHT[:1]) is None
