def test_example():
    """en: The visits of the request.
    it: Le visite della richiesta."""
    assert longest_distinct(["home", "cart", "home", "help", "cart"]) == ["cart", "home", "help"]


def test_all_different():
    """en: No repeat at all: the whole session.
    it: Nessuna ripetizione: tutta la sessione."""
    assert longest_distinct(["a", "b", "c"]) == ["a", "b", "c"]


def test_all_the_same():
    """en: Somebody reloads all the time: runs of one, and the first of them.
    it: Qualcuno ricarica in continuazione: sequenze da uno, e la prima."""
    assert longest_distinct(["a", "a", "a"]) == ["a"]


def test_no_visits():
    """en: An empty session.
    it: Una sessione vuota."""
    assert longest_distinct([]) == []


def test_one_visit():
    """en: One page and gone.
    it: Una pagina e via."""
    assert longest_distinct(["a"]) == ["a"]


def test_repeat_in_the_middle():
    """en: After the second b the run goes on from the page after the first b, not from nothing.
    it: Dopo la seconda b la sequenza riparte dalla pagina dopo la prima b, non da zero."""
    assert longest_distinct(["a", "b", "c", "b", "d", "e"]) == ["c", "b", "d", "e"]


def test_old_occurrence_before_the_window():
    """en: The first a lies before the window already: it must not pull the start back.
    it: La prima a sta già prima della finestra: non deve tirare indietro l'inizio."""
    assert longest_distinct(["a", "b", "b", "a", "c"]) == ["b", "a", "c"]


def test_overlap():
    """en: Two runs that overlap; the second is longer.
    it: Due sequenze che si sovrappongono; la seconda è più lunga."""
    assert longest_distinct(["p", "w", "k", "w", "e", "r"]) == ["k", "w", "e", "r"]


def test_back_and_forth():
    """en: Between two pages for ever: never more than two.
    it: Avanti e indietro fra due pagine: mai più di due."""
    assert longest_distinct(["a", "b", "a", "b", "a"]) == ["a", "b"]


def test_first_of_equal_length():
    """en: Two runs of three: the first is wanted.
    it: Due sequenze da tre: serve la prima."""
    assert longest_distinct(["a", "b", "c", "c", "d", "e"]) == ["a", "b", "c"]


def test_the_end_counts():
    """en: The longest run is the last one and nothing follows that would close it.
    it: La sequenza più lunga è l'ultima e nulla la chiude."""
    assert longest_distinct(["a", "a", "b", "c"]) == ["a", "b", "c"]


def test_case_matters():
    """en: Home and home are two pages.
    it: Home e home sono due pagine."""
    assert longest_distinct(["Home", "home"]) == ["Home", "home"]


def test_visits_unchanged():
    """en: The list received stays as it was.
    it: La lista ricevuta resta com'era."""
    pages = ["a", "a"]
    assert longest_distinct(pages) == ["a"]
    assert pages == ["a", "a"]
