import gc
import weakref


class Window:
    """Shows values."""

    def __init__(self, log, name="w"):
        self.log = log
        self.name = name

    def refresh(self, value):
        """Be told."""
        self.log.append(f"{self.name}{value}")

    def close_me(self, value):
        """Another method of the same object."""
        self.log.append(f"closed{value}")


def told_while_open():
    """Nobody keeps the method, somebody keeps the window."""
    log = []
    window = Window(log)
    signal = Signal()
    signal.connect(window.refresh)
    gc.collect()
    told = signal.send(1)
    return told, log, window.name


def told_after_closing():
    """The window is closed before the signal is sent."""
    log = []
    signal = Signal()
    window = Window(log)
    signal.connect(window.refresh)
    del window
    gc.collect()
    return signal.send(1), log


def survives():
    """Does the signal keep the window alive?"""
    signal = Signal()
    window = Window([])
    ghost = weakref.ref(window)
    signal.connect(window.refresh)
    del window
    gc.collect()
    return ghost() is not None


def references_left(count):
    """Connect and close `count` windows; how many weak references does the signal still hold, in whatever it holds them?"""
    signal = Signal()
    for _ in range(count):
        signal.connect(Window([]).refresh)
    gc.collect()
    held = [reference for reference in gc.get_objects() if isinstance(reference, weakref.WeakMethod)]
    return len(signal), len(held)


def one_of_two():
    """Two windows, one is closed."""
    log = []
    signal = Signal()
    first, second = Window(log, "a"), Window(log, "b")
    signal.connect(first.refresh)
    signal.connect(second.refresh)
    del first
    gc.collect()
    return signal.send(7), log, len(signal), second.name


def in_order():
    """Three windows."""
    log = []
    signal = Signal()
    windows = [Window(log, name) for name in "cab"]
    for window in windows:
        signal.connect(window.refresh)
    return signal.send(1), log


def twice():
    """The same method twice."""
    log = []
    signal = Signal()
    window = Window(log)
    signal.connect(window.refresh)
    signal.connect(window.refresh)
    return signal.send(1), log, len(signal)


def two_methods():
    """Two methods of one object are two listeners."""
    log = []
    signal = Signal()
    window = Window(log)
    signal.connect(window.refresh)
    signal.connect(window.close_me)
    return signal.send(1), log


def function_kept():
    """A function that somebody keeps."""
    log = []

    def show(value):
        log.append(value)

    signal = Signal()
    signal.connect(show)
    told = signal.send(5)
    return told, log, show is not None


def function_dropped():
    """A function that nobody keeps."""
    signal = Signal()

    def connect():
        def show(value):
            raise RuntimeError("called after its end")

        signal.connect(show)

    connect()
    gc.collect()
    return signal.send(5)


def closes_while_told():
    """The first listener throws away the second window in the middle of sending."""
    log = []
    windows = []

    class Closer:
        def refresh(self, value):
            log.append("closer")
            windows.clear()
            gc.collect()

    signal = Signal()
    closer = Closer()
    signal.connect(closer.refresh)
    windows.append(Window(log))
    signal.connect(windows[0].refresh)
    return signal.send(1), log


def two_signals():
    """Two signals share nothing."""
    log = []
    window = Window(log)
    first, second = Signal(), Signal()
    first.connect(window.refresh)
    return second.send(1), len(first)


def test_connected_is_told():
    """en: The window is open: it's told, although nobody keeps the method itself.
    it: La finestra è aperta: viene avvisata, anche se nessuno conserva il metodo."""
    assert told_while_open() == (1, ["w1"], "w")


def test_order():
    """en: In the order of connection.
    it: Nell'ordine di collegamento."""
    assert in_order() == (3, ["c1", "a1", "b1"])


def test_nobody_connected():
    """en: Nobody is there to be told.
    it: Non c'è nessuno da avvisare."""
    signal = Signal()
    assert signal.send(1) == 0
    assert len(signal) == 0


def test_gone_listener_is_not_told():
    """en: A closed window isn't told any more.
    it: Una finestra chiusa non viene più avvisata."""
    assert told_after_closing() == (0, [])


def test_listener_can_go():
    """en: The signal isn't what keeps the window in memory.
    it: Non è il signal a tenere in memoria la finestra."""
    assert survives() is False


def test_one_of_two():
    """en: One closes, the other goes on.
    it: Una si chiude, l'altra continua."""
    assert one_of_two() == (1, ["b7"], 1, "b")


def test_dead_entries_are_removed():
    """en: A hundred windows opened and closed leave nothing behind, not even weak references.
    it: Cento finestre aperte e chiuse non lasciano nulla, nemmeno riferimenti deboli."""
    assert references_left(100) == (0, 0)


def test_connected_twice():
    """en: Twice the same is once.
    it: Due volte lo stesso è una."""
    assert twice() == (1, ["w1"], 1)


def test_two_methods_of_one_object():
    """en: Two methods of one window are two listeners.
    it: Due metodi di una finestra sono due listener."""
    assert two_methods() == (2, ["w1", "closed1"])


def test_function():
    """en: A function somebody keeps stays connected.
    it: Una funzione che qualcuno conserva resta collegata."""
    assert function_kept() == (1, [5], True)


def test_function_that_is_gone():
    """en: An inner function that nobody keeps is gone.
    it: Una funzione interna che nessuno conserva non c'è più."""
    assert function_dropped() == 0


def test_closed_while_sending():
    """en: The first listener closes the second's window: the round goes on, without it.
    it: Il primo listener chiude la finestra del secondo: il giro prosegue, senza di lei."""
    assert closes_while_told() == (1, ["closer"])


def test_two_signals():
    """en: Two signals share nothing.
    it: Due signal non condividono nulla."""
    assert two_signals() == (0, 1)
