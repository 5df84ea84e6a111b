def argument(length):
    """Two people who answer each other `length` times."""
    comment = {"text": "enough"}
    for number in range(length):
        comment = {"text": str(number), "replies": [comment]}
    return [comment]


def broken():
    """A thread whose second comment can't be read: nobody may touch it before it's asked for."""
    return [{"text": "first", "replies": [{}]}]


def test_reply_under_its_comment():
    """en: A reply is read right under what it answers, one step further in.
    it: Una risposta si legge subito sotto ciò a cui risponde, un passo più in dentro."""
    assert list(flatten([{"text": "a", "replies": [{"text": "b"}]}, {"text": "c"}])) == [(0, "a"), (1, "b"), (0, "c")]


def test_flat_thread():
    """en: Nobody answers anybody.
    it: Nessuno risponde a nessuno."""
    assert list(flatten([{"text": "a"}, {"text": "b"}])) == [(0, "a"), (0, "b")]


def test_no_comments():
    """en: An empty thread yields nothing.
    it: Una discussione vuota non dà niente."""
    assert list(flatten([])) == []


def test_empty_replies():
    """en: An empty list of replies is the same as none.
    it: Una lista di risposte vuota è come nessuna."""
    assert list(flatten([{"text": "a", "replies": []}])) == [(0, "a")]


def test_order_of_siblings():
    """en: Three replies come in the order in which they were written.
    it: Tre risposte compaiono nell'ordine in cui sono state scritte."""
    thread = [{"text": "a", "replies": [{"text": "1"}, {"text": "2"}, {"text": "3"}]}]
    assert list(flatten(thread)) == [(0, "a"), (1, "1"), (1, "2"), (1, "3")]


def test_two_branches():
    """en: Everything under the first reply comes before the second.
    it: Tutto ciò che sta sotto la prima risposta viene prima della seconda."""
    thread = [{"text": "a", "replies": [{"text": "b", "replies": [{"text": "c"}]}, {"text": "d"}]}]
    assert list(flatten(thread)) == [(0, "a"), (1, "b"), (2, "c"), (1, "d")]


def test_up_two_levels():
    """en: After a deep branch the next comment is at the top again: the depth must fall by two.
    it: Dopo un ramo profondo il commento seguente è di nuovo in cima: la profondità scende di due."""
    thread = [{"text": "a", "replies": [{"text": "b", "replies": [{"text": "c"}]}]}, {"text": "d"}]
    assert list(flatten(thread)) == [(0, "a"), (1, "b"), (2, "c"), (0, "d")]


def test_two_threads():
    """en: Each has its own replies.
    it: Ognuno ha le sue risposte."""
    thread = [{"text": "a", "replies": [{"text": "b"}]}, {"text": "c", "replies": [{"text": "d"}]}]
    assert list(flatten(thread)) == [(0, "a"), (1, "b"), (0, "c"), (1, "d")]


def test_same_text():
    """en: "+1" three times is three comments.
    it: "+1" tre volte sono tre commenti."""
    assert list(flatten([{"text": "+1", "replies": [{"text": "+1"}]}, {"text": "+1"}])) == [(0, "+1"), (1, "+1"), (0, "+1")]


def test_empty_text():
    """en: A deleted comment has an empty text and keeps its replies.
    it: Un commento cancellato ha il testo vuoto e conserva le sue risposte."""
    assert list(flatten([{"text": "", "replies": [{"text": "why?"}]}])) == [(0, ""), (1, "why?")]


def test_lazy():
    """en: The first line comes out although the second can't be read: it has not been touched yet.
    it: La prima riga esce anche se la seconda è illeggibile: nessuno l'ha ancora toccata."""
    assert next(iter(flatten(broken()))) == (0, "first")


def test_two_thousand_deep():
    """en: Two people who won't let go: two thousand levels, and no RecursionError.
    it: Due che non mollano: duemila livelli, e nessun RecursionError."""
    lines = list(flatten(argument(2000)))
    assert len(lines) == 2001
    assert lines[-1] == (2000, "enough")


def test_thread_unchanged():
    """en: The same thread is shown again on the next page.
    it: La stessa discussione si mostra di nuovo alla pagina dopo."""
    thread = [{"text": "a", "replies": [{"text": "b"}]}]
    assert list(flatten(thread)) == [(0, "a"), (1, "b")]
    assert thread == [{"text": "a", "replies": [{"text": "b"}]}]
