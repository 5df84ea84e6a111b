from paging import page


def test_first_page():
    assert page(["a", "b", "c"], 1, 2)["items"] == ["a", "b"]
