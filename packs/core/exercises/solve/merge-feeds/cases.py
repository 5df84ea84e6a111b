from itertools import count, islice


def counted(pairs, log):
    """A feed that notes in `log` what has been read from it."""
    for pair in pairs:
        log.append(pair[0])
        yield pair


def live(start, step):
    """A feed that never ends."""
    for time in count(start, step):
        yield time, "tick"


def test_two_feeds():
    """en: Two logs, zipped together by time.
    it: Due log, intrecciati per tempo."""
    assert list(merge_feeds([[(1, "a"), (4, "b")], [(2, "c")]])) == [(1, "a"), (2, "c"), (4, "b")]


def test_one_feed():
    """en: A single log comes out as it went in.
    it: Un log solo esce come è entrato."""
    assert list(merge_feeds([[(1, "a"), (2, "b")]])) == [(1, "a"), (2, "b")]


def test_feeds_of_different_length():
    """en: One log ends long before the other; the rest of the longer one must still come.
    it: Un log finisce molto prima dell'altro; il resto del più lungo deve arrivare lo stesso."""
    assert list(merge_feeds([[(1, "a")], [(2, "b"), (3, "c"), (9, "d")]])) == [(1, "a"), (2, "b"), (3, "c"), (9, "d")]


def test_no_feeds():
    """en: No servers, no events.
    it: Nessun server, nessun evento."""
    assert list(merge_feeds([])) == []


def test_an_empty_feed():
    """en: A server that logged nothing today must not stop the others.
    it: Un server che oggi non ha scritto nulla non deve fermare gli altri."""
    assert list(merge_feeds([[], [(1, "a")], []])) == [(1, "a")]


def test_one_after_the_other():
    """en: The second log begins when the first has ended.
    it: Il secondo log comincia quando il primo è finito."""
    assert list(merge_feeds([[(1, "a"), (2, "b")], [(3, "c"), (4, "d")]])) == [(1, "a"), (2, "b"), (3, "c"), (4, "d")]


def test_equal_times_keep_the_order_of_feeds():
    """en: At the same second the first server of the list goes first, whatever the events are.
    it: Nello stesso secondo passa prima il primo server della lista, qualunque sia l'evento."""
    assert list(merge_feeds([[(5, "z")], [(5, "a")]])) == [(5, "z"), (5, "a")]


def test_equal_times_within_a_feed():
    """en: A server's own order is kept, also within one second.
    it: L'ordine interno di un server si conserva anche nello stesso secondo."""
    assert list(merge_feeds([[(5, "b"), (5, "a")], [(5, "c")]])) == [(5, "b"), (5, "a"), (5, "c")]


def test_payload_cannot_be_compared():
    """en: Events are dictionaries: whoever lets the heap compare them gets a TypeError.
    it: Gli eventi sono dizionari: chi li lascia confrontare all'heap prende un TypeError."""
    feeds = [[(5, {"level": "error"})], [(5, {"level": "info"})]]
    assert list(merge_feeds(feeds)) == [(5, {"level": "error"}), (5, {"level": "info"})]


def test_reads_only_what_it_needs():
    """en: After two events, one pair ahead has been read of each feed, no more.
    it: Dopo due eventi, da ogni feed è stata letta una coppia in anticipo, non di più."""
    first, second = [], []
    merged = merge_feeds([counted([(1, "a"), (3, "b"), (5, "c")], first), counted([(2, "d"), (4, "e"), (6, "f")], second)])
    assert next(merged) == (1, "a")
    assert next(merged) == (2, "d")
    assert first == [1, 3]
    assert second == [2]


def test_nothing_before_the_first_next():
    """en: Calling the function opens nothing.
    it: Chiamare la funzione non apre niente."""
    log = []
    merged = merge_feeds([counted([(1, "a")], log)])
    assert log == []
    assert next(merged) == (1, "a")


def test_endless_feed():
    """en: A live log never ends; its first five events can be had all the same.
    it: Un log dal vivo non finisce mai; i primi cinque eventi si possono avere lo stesso."""
    merged = merge_feeds([live(0, 10), [(5, "once")]])
    assert list(islice(merged, 4)) == [(0, "tick"), (5, "once"), (10, "tick"), (20, "tick")]


def test_generators_and_lists_mixed():
    """en: A feed is anything one can iterate over, a tuple included.
    it: Un feed è qualunque cosa su cui si possa iterare, tuple comprese."""
    assert list(merge_feeds([((1, "a"), (2, "b")), iter([(0, "c")])])) == [(0, "c"), (1, "a"), (2, "b")]
