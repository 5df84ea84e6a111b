import pytest

from sparring.judge.growth import CLASSES, UNDECIDED, exceeds, parse_claim, written


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("O(n log n)", "n log n"),
        ("n log n", "n log n"),
        ("nlogn", "n log n"),
        ("O(n * log(n))", "n log n"),
        ("Θ(n lg n)", "n log n"),
        ("O(N)", "n"),
        ("o(n)", "n"),
        ("linear", "n"),
        ("lineare", "n"),
        ("linear time", "n"),
        ("tempo lineare", "n"),
        ("I think it is O(n)", "n"),
        ("O(k)", "n"),
        ("O(1)", "1"),
        ("constant", "1"),
        ("costante", "1"),
        ("O(log n)", "log n"),
        ("logaritmico", "log n"),
        ("O(log2 n)", "log n"),
        ("n^2", "n^2"),
        ("O(n²)", "n^2"),
        ("O(n**2)", "n^2"),
        ("n*n", "n^2"),
        ("quadratico", "n^2"),
        ("quadratic", "n^2"),
        ("n squared", "n^2"),
        ("n al quadrato", "n^2"),
        ("O(n^2 log n)", "n^2 log n"),
        ("O(n^3)", "n^3"),
        ("cubico", "n^3"),
        ("O(2^n)", "2^n"),
        ("esponenziale", "2^n"),
        ("O(V + E)", None),
        ("O(n + m)", None),
        ("O(n m)", None),
        ("fast", None),
        ("", None),
        ("O(n) or O(n^2)", None),
        ("sqrt(n)", None),
        ("2n^2 + 3", None),
        ("O(nlogn)", "n log n"),
        ("O(N²)", "n^2"),
        ("On2", "n^2"),
        ("O(n!)", "2^n"),
        ("O(n)!", "n"),
        ("lineare nel numero di elementi", "n"),
        ("linearre", "n"),
        ("quadratik", "n^2"),
        ("non lineare", None),
        ("linear or quadratic", None),
        ("veloce", None),
    ],
)
def test_a_claim_is_read(text, growth):
    assert parse_claim(text) == growth


def test_every_class_reads_itself():
    assert [parse_claim(growth) for growth in CLASSES] == list(CLASSES)
    assert [parse_claim(f"O({growth})") for growth in CLASSES] == list(CLASSES)


def test_classes_are_ordered():
    assert exceeds("n^2", "n log n")
    assert not exceeds("n", "n log n")
    assert not exceeds("n log n", "n log n")
    assert exceeds("2^n", "n^3")


def test_what_is_no_class_exceeds_nothing():
    assert not exceeds(UNDECIDED, "1")
    assert not exceeds("n", UNDECIDED)
    assert not exceeds("n", "")


@pytest.mark.parametrize(("name", "by_hand"), [("n", "n"), ("n^2 log n", "n² log n"), ("2^n", "2ⁿ"), ("n log n", "n log n"), ("n^3", "n³")])
def test_classes_as_written_by_hand(name, by_hand):
    assert written(name) == by_hand
