from again import retry


def test_it_comes_through():
    calls = []

    @retry(3)
    def shaky():
        calls.append(1)
        if len(calls) < 3:
            raise OSError

    shaky()
    assert len(calls) == 3
