def test_first():
    """en: One tag. it: Un'etichetta."""
    assert add_tag("Python") == ["python"]


def test_a_second_article():
    """en: Another article begins empty. it: Un altro articolo comincia vuoto."""
    add_tag("Go")
    assert add_tag("Rust") == ["rust"]


def test_keeps_what_it_was_given():
    """en: The list that was given grows. it: La lista data cresce."""
    assert add_tag("B", ["a"]) == ["a", "b"]


def test_changes_the_list_in_place():
    """en: The caller's list is the one that grows. it: Cresce proprio la lista di chi chiama."""
    mine = ["a"]
    add_tag("b", mine)
    assert mine == ["a", "b"]
