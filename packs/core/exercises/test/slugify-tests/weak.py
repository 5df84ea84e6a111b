from slugs import slug


def test_a_title():
    assert slug("hello world") == "hello-world"
