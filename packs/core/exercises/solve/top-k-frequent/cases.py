def test_example():
    """en: Three, two and one: the two most frequent in order.
    it: Tre, due e una: le due più frequenti, in ordine."""
    assert top_k(["pen", "ink", "pen", "cap", "ink", "pen"], 2) == [("pen", 3), ("ink", 2)]


def test_ties_in_alphabetical_order():
    """en: Two each: the alphabet decides, not who came first.
    it: Due ciascuna: decide l'alfabeto, non chi è arrivata prima."""
    assert top_k(["pen", "ink", "pen", "ink"], 2) == [("ink", 2), ("pen", 2)]


def test_from_a_generator():
    """en: A stream is read once: whoever starts again finds nothing.
    it: Uno stream si legge una volta: chi ricomincia non trova niente."""
    assert top_k((word for word in "pen ink pen".split()), 1) == [("pen", 2)]


def test_tie_at_the_border():
    """en: Two words compete for the last place: the one that stays out must be the later in the alphabet.
    it: Due parole si contendono l'ultimo posto: deve restare fuori quella che viene dopo nell'alfabeto."""
    assert top_k(["zip", "ink", "pen", "pen"], 2) == [("pen", 2), ("ink", 1)]


def test_empty_stream():
    """en: Nobody has searched anything yet.
    it: Nessuno ha ancora cercato niente."""
    assert top_k([], 3) == []


def test_fewer_words_than_k():
    """en: Ten are wanted, there are two: two come back, with no filling.
    it: Se ne vogliono dieci e ce ne sono due: tornano quelle due, senza riempitivi."""
    assert top_k(["pen", "ink", "pen"], 10) == [("pen", 2), ("ink", 1)]


def test_none_wanted():
    """en: A page with no room for the ranking asks for zero words.
    it: Una pagina che non ha spazio per la classifica chiede zero parole."""
    assert top_k(["pen", "ink"], 0) == []


def test_one_word_many_times():
    """en: A single word repeated: one line, and the right count.
    it: Una parola sola ripetuta: una riga, e il conteggio giusto."""
    assert top_k(["pen", "pen", "pen", "pen"], 3) == [("pen", 4)]


def test_all_different():
    """en: Nobody repeats: everything is a tie, so the first three of the alphabet.
    it: Nessuna si ripete: è tutta una parità, quindi le prime tre dell'alfabeto."""
    assert top_k(["nib", "cap", "zip", "ink", "pen"], 3) == [("cap", 1), ("ink", 1), ("nib", 1)]


def test_a_late_favourite():
    """en: A word that comes up late and wins in the end: nothing may be thrown away before the stream is over.
    it: Una parola che spunta tardi e alla fine vince: prima che lo stream finisca non si può buttare via nulla."""
    assert top_k(["pen", "pen", "ink", "ink", "cap", "cap", "cap"], 1) == [("cap", 3)]


def test_capitals_count():
    """en: Case is not touched, and in the order of strings capitals come before small letters.
    it: Maiuscole e minuscole non si toccano, e nell'ordine delle stringhe le maiuscole vengono prima."""
    assert top_k(["pen", "Pen", "pen", "Pen", "ink"], 2) == [("Pen", 2), ("pen", 2)]


def test_the_empty_word():
    """en: Somebody pressed enter without typing: the empty word counts like the others.
    it: Qualcuno ha premuto invio senza scrivere: la parola vuota conta come le altre."""
    assert top_k(["", "pen", ""], 2) == [("", 2), ("pen", 1)]


def test_counts_above_nine():
    """en: Twelve beats nine; compared as text it would lose.
    it: Dodici batte nove; confrontati come testo, perderebbe."""
    assert top_k(["ink"] * 9 + ["pen"] * 12, 2) == [("pen", 12), ("ink", 9)]


def test_prefixes():
    """en: A word that is the beginning of another comes before it, with equal counts.
    it: A parità di conteggio, una parola che è l'inizio di un'altra viene prima."""
    assert top_k(["pencil", "pen", "pencil", "pen", "penny"], 3) == [("pen", 2), ("pencil", 2), ("penny", 1)]
