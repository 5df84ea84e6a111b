import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.core.plain import Approx, NotPlainError, decode, encode, same

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.complex_numbers(allow_nan=False)
hashable = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.tuples(st.integers(), st.text())
plain = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner) | st.dictionaries(hashable, inner) | st.tuples(inner, inner) | st.sets(hashable) | st.frozensets(hashable)
    ),
    max_leaves=20,
)


@given(plain)
def test_what_is_encoded_comes_back_the_same(value):
    assert same(value, decode(encode(value)))


class Sub(int):
    pass


@pytest.mark.parametrize("value", [object(), Sub(3), lambda: 0, [Sub(1)], range(3), iter([])])
def test_anything_else_is_not_plain(value):
    with pytest.raises(NotPlainError):
        encode(value)


def test_cycles_and_depth_are_refused():
    cycle: list = []
    cycle.append(cycle)
    with pytest.raises(NotPlainError):
        encode(cycle)
    with pytest.raises(NotPlainError):
        decode('["l",[' * 300 + "null" + "]]" * 300)


@pytest.mark.parametrize(
    "text", ["", "{}", '["x","1"]', '["i",1]', '["i","zz"]', '["l","no"]', '["d",[[1]]]', "[1,2,3]", '["f","0x1.p99999999"]']
)
def test_what_encodes_nothing_is_refused(text):
    with pytest.raises((NotPlainError, OverflowError)):
        decode(text)


def test_keys_chosen_to_collide_are_refused():
    modulus = 2**61 - 1
    keys = ",".join(f'[["i","{index * modulus:x}"],null]' for index in range(2000))
    with pytest.raises(NotPlainError, match="collide"):
        decode(f'["d",[{keys}]]')
    half = ",".join(f'["i","{index * modulus if index % 3 else index:x}"]' for index in range(3000))
    with pytest.raises(NotPlainError, match="collide"):
        decode(f'["s",[{half}]]')


@pytest.mark.parametrize(
    ("expected", "got", "equal"),
    [
        (1, True, False),
        (1, 1.0, False),
        (1.0, 1, True),
        ((1, 2), [1, 2], False),
        ([1.0], [1], True),
        ({1: 2.0}, {1: 2}, True),
        ({1: 2}, {True: 2}, False),
        ({1}, {1.0}, False),
        (float("nan"), math.nan, True),
        (0.0, -0.0, True),
        (Approx(0.3), 0.1 + 0.2, True),
        ([Approx(0.3)], [0.1 + 0.2], True),
        (Approx(1.0), True, False),
        (Approx(1.0, rel=0, abs=0.1), 1.05, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ("a", b"a", False),
    ],
)
def test_types_count(expected, got, equal):
    assert same(expected, got) is equal
