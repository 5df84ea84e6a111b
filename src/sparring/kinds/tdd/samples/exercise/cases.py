def test_one_name_capital():
    assert initials("Ada") == "A"


def test_one_name_small():
    assert initials("grace") == "G"


def test_more_names_two():
    assert initials("ada king") == "AK"


def test_more_names_three():
    assert initials("Margaret  Heafield Hamilton") == "MHH"


def test_nobody_empty():
    with raises(ValueError):
        initials("")


def test_nobody_spaces():
    with raises(ValueError):
        initials("   ")
