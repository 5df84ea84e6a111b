"""Constants are read off both sources, stand in every place of their type, and records keep their shape."""

from sparring.judge.differential.beyond import Constants, beyond, constants


def test_constants_of_a_source_computed_ones_too_and_no_docstrings():
    source = '"""Told."""\nLIMIT = 2**5 * 1000\nRATE = -0.5\nif grams >= 7 or person.get("vip") or f"to {x}":\n    raise ValueError("no")\n'
    found = constants(source)
    assert {32_000, 7, -0.5} <= found.numbers
    assert {"vip", "to ", "no"} == found.texts
    assert found.keys == {"vip"}
    assert found.without(constants("x == 7")).numbers == found.numbers - {7}
    assert constants("def f(:") == Constants()


def test_new_constants_and_their_neighbours_stand_in_each_place_and_shapes_stay():
    templates = [("it", 10, True, [("a", 1.5)], {"age": 3})]
    made = beyond(templates, Constants(), constants("grams > 20_000, 'at', x['vip']"), 1, 200)
    assert {19_999, 20_000, 20_001, 200_000, -20_000} <= {grams for _, grams, *_ in made}
    assert {20_001} <= {person["age"] for *_, person in made}
    assert "at" in {country for country, *_ in made}
    assert any("vip" in person for *_, person in made)
    assert any(len(rows) > 60 for _, _, _, rows, _ in made)
    assert [[type(value) for value in each] for each in made] == [[str, int, bool, list, dict]] * len(made)
    assert {type(price) for _, _, _, rows, _ in made for _, price in rows} == {float}
    assert beyond(templates, Constants(), Constants(), 1, 50) == beyond(templates, Constants(), Constants(), 1, 50)
    assert beyond([], Constants(), Constants(), 1, 50) == []
    assert beyond([()], Constants(), Constants(), 1, 50) == [()]


def test_lists_within_lists_do_not_multiply():
    tree = ("a", 1, [("b", 2, [("c", 3, [("d", 4, [("e", 5, [])])])])])
    made = beyond([(tree, "names")], Constants(), constants("n > 150"), 3, 240)
    assert max(len(repr(each)) for each in made) < 200_000
