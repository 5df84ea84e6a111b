def test_all_words():
    """en: Only the first document has both words.
    it: Solo il primo documento ha tutte e due le parole."""
    assert found([(1, "travel policy europe"), (2, "travel agency")], ["travel policy"]) == [[1]]


def test_in_the_order_of_documents():
    """en: Hits come in the order of the documents, not of their ids.
    it: I risultati sono nell'ordine dei documenti, non degli id."""
    assert found([(9, "lunch menu"), (2, "menu"), (5, "lunch menu")], ["menu lunch"]) == [[9, 5]]


def test_capitals():
    """en: Capitals make no difference, on either side.
    it: Le maiuscole non contano, da nessuna delle due parti."""
    assert found([(1, "Travel Policy")], ["POLICY travel"]) == [[1]]


def test_nobody_knows_the_word():
    """en: A word that no document has.
    it: Una parola che nessun documento ha."""
    assert found([(1, "travel policy")], ["travel insurance"]) == [[]]


def test_a_word_twice():
    """en: A question that repeats itself.
    it: Una domanda che si ripete."""
    assert found([(1, "travel policy"), (2, "menu")], ["policy policy"]) == [[1]]


def test_empty_question():
    """en: A question without words is answered by every document.
    it: A una domanda senza parole risponde ogni documento."""
    assert found([(1, "travel"), (2, "menu")], [""]) == [[1, 2]]


def test_the_same_id_twice():
    """en: A document in two versions under one id: both are looked at.
    it: Un documento in due versioni con lo stesso id: si guardano tutte e due."""
    assert found([(1, "travel policy"), (1, "travel menu")], ["travel"]) == [[1, 1]]


def test_whole_words():
    """en: `art` is not a word of `party`.
    it: `art` non è una parola di `party`."""
    assert found([(1, "party")], ["art"]) == [[]]
