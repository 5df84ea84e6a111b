def test_the_third_opens_a_new_batch():
    """en: The third no longer fits, and must go into the next batch.
    it: Il terzo non ci sta più, e deve andare nel batch dopo."""
    assert list(batches([("a", 40), ("b", 50), ("c", 30)], 100)) == [["a", "b"], ["c"]]


def test_all_in_one():
    """en: Everything fits into one batch.
    it: Sta tutto in un solo batch."""
    assert list(batches([("a", 10), ("b", 20)], 100)) == [["a", "b"]]


def test_exactly_full():
    """en: Sixty and forty are exactly a hundred: one batch.
    it: Sessanta e quaranta fanno esattamente cento: un solo batch."""
    assert list(batches([("a", 60), ("b", 40)], 100)) == [["a", "b"]]


def test_nobody_is_lost():
    """en: Ten documents go in, ten come out, in their order.
    it: Entrano dieci documenti, ne escono dieci, nel loro ordine."""
    documents = [(str(number), 45) for number in range(10)]
    assert [name for batch in batches(documents, 100) for name in batch] == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]


def test_too_long_by_itself():
    """en: A contract of 300 tokens travels alone.
    it: Un contratto da 300 token viaggia da solo."""
    assert list(batches([("a", 10), ("contract", 300), ("b", 10)], 100)) == [["a"], ["contract"], ["b"]]


def test_too_long_at_the_beginning():
    """en: The long one comes first: no empty batch in front of it.
    it: Quello lungo viene per primo: davanti non c'è un batch vuoto."""
    assert list(batches([("contract", 300), ("a", 10)], 100)) == [["contract"], ["a"]]


def test_never_above_the_limit():
    """en: The batch after a full one keeps the limit, too.
    it: Anche il batch dopo uno pieno rispetta il limite."""
    assert list(batches([("a", 90), ("b", 60), ("c", 60)], 100)) == [["a"], ["b"], ["c"]]


def test_no_documents():
    """en: Nothing to embed.
    it: Niente da vettorizzare."""
    assert list(batches([], 100)) == []
