from batching import batches


def test_two_batches():
    assert len(list(batches([1, 2, 3, 4], 2))) == 2
