import pytest
from durations import seconds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90s", 90),
        ("2m", 120),
        ("3h", 10800),
        ("1d", 86400),
        ("1h30m", 5400),
        ("1d2h3m4s", 93784),
        ("0s", 0),
        ("45", 45),
        ("0", 0),
        (" 45 ", 45),
        (" 2M\n", 120),
        ("1H30M", 5400),
    ],
)
def test_durations(text, expected):
    assert seconds(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "h", "x", "5w", "30m1h", "1h2h", "1h30", "1h30x", "-5s", "1.5h", "1h 30m"])
def test_what_is_no_duration(text):
    with pytest.raises(ValueError):
        seconds(text)
