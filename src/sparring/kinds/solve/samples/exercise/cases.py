def test_three():
    """en: The plain case. it: Il caso normale."""
    assert pairs([1, 2, 3]) == [(1, 2), (2, 3)]


def test_none():
    """en: Nothing has no neighbours. it: Il nulla non ha vicini."""
    assert pairs([]) == []


def test_one():
    """en: One item alone has none either. it: Nemmeno un elemento solo ne ha."""
    assert pairs(["a"]) == []


def test_no_list():
    """en: None is no sequence. it: None non è una sequenza."""
    with raises(TypeError):
        pairs(None)
