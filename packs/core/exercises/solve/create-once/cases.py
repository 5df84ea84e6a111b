import threading


class Maker:
    """Makes numbered lists; fails at first if told to."""

    def __init__(self, failures=0):
        self.count = 0
        self.failures = failures

    def make(self):
        """Make one."""
        self.count += 1
        if self.count <= self.failures:
            raise OSError("no connection")
        return [self.count]


class Watched:
    """In place of threading.Lock: notes who holds it, and whether it was ever taken."""

    used = []

    def __init__(self):
        self.held = False

    def __enter__(self):
        Watched.used.append("taken")
        self.held = True
        return self

    def __exit__(self, *error):
        self.held = False

    def acquire(self, *args, **kwargs):
        """Take it."""
        self.__enter__()
        return True

    def release(self):
        """Give it back."""
        self.__exit__()


class Rival(Watched):
    """A lock for which one waits: meanwhile another thread gets its turn."""

    waiting = None

    def __enter__(self):
        rival, Rival.waiting = Rival.waiting, None
        if rival is not None:
            rival()
        return Watched.__enter__(self)


def creations_with_a_rival():
    """While the first caller waits for the lock, a second one goes through the whole call. How many creations?"""
    original = threading.Lock, threading.RLock
    threading.Lock = threading.RLock = Rival
    try:
        maker = Maker()
        Watched.used.clear()
        shared = once(maker.make)
        Rival.waiting = shared
        first = shared()
        return maker.count, first is shared(), bool(Watched.used)
    finally:
        threading.Lock, threading.RLock = original
        Rival.waiting = None


def same_twice(shared):
    """Is it the same object both times?"""
    return shared() is shared()


def named(function):
    """Name and docstring of a decorated function."""

    @function
    def pool():
        """The pool."""

    return pool.__name__, pool.__doc__


def failing(shared):
    """The exception of a call, or its result."""
    try:
        return shared()
    except OSError as error:
        return str(error)


def test_created_once():
    """en: Three calls, one creation.
    it: Tre chiamate, una creazione."""
    maker = Maker()
    shared = once(maker.make)
    assert shared() == [1]
    assert shared() == [1]
    assert shared() == [1]
    assert maker.count == 1


def test_the_same_object():
    """en: The very same object, not an equal one.
    it: Proprio lo stesso oggetto, non uno uguale."""
    assert same_twice(once(Maker().make)) is True


def test_not_before_the_first_call():
    """en: Decorating creates nothing.
    it: Decorare non crea niente."""
    maker = Maker()
    once(maker.make)
    assert maker.count == 0


def test_two_functions():
    """en: Two decorated functions, two results.
    it: Due funzioni decorate, due risultati."""
    first, second = Maker(), Maker()
    one = once(first.make)
    other = once(second.make)
    one().append("mine")
    assert other() == [1]


def test_none_is_a_result():
    """en: A function that returns None is run once as well.
    it: Anche una funzione che restituisce None si esegue una volta."""
    calls = []
    shared = once(lambda: calls.append(1))
    assert shared() is None
    assert shared() is None
    assert calls == [1]


def test_false_is_a_result():
    """en: So is one that returns an empty list or 0.
    it: E così una che restituisce una lista vuota o 0."""
    calls = []
    shared = once(lambda: calls.append(1) or 0)
    assert shared() == 0
    assert shared() == 0
    assert calls == [1]


def test_failure_comes_out():
    """en: The exception reaches the caller.
    it: L'eccezione arriva a chi chiama."""
    shared = once(Maker(failures=1).make)
    assert failing(shared) == "no connection"


def test_failure_is_tried_again():
    """en: The second call tries anew, and succeeds.
    it: La seconda chiamata riprova, e riesce."""
    maker = Maker(failures=1)
    shared = once(maker.make)
    assert failing(shared) == "no connection"
    assert failing(shared) == [2]
    assert failing(shared) == [2]
    assert maker.count == 2


def test_two_threads_at_once():
    """en: Another thread creates while this one waits for the lock: it must look again, and use what it finds.
    it: Un altro thread crea mentre questo aspetta il lock: deve guardare di nuovo, e usare quello che trova."""
    assert creations_with_a_rival() == (1, True, True)


def test_name_and_docstring():
    """en: Tools still see the name.
    it: Gli strumenti vedono ancora il nome."""
    assert named(once) == ("pool", "The pool.")


def test_reset():
    """en: After a reset it's created anew: for tests.
    it: Dopo un reset si crea di nuovo: per i test."""
    shared = once(Maker().make)
    assert shared() == [1]
    shared.reset()
    assert shared() == [2]
    assert shared() == [2]


def test_reset_before_the_first_call():
    """en: Nothing to forget is no error.
    it: Niente da dimenticare non è un errore."""
    maker = Maker()
    shared = once(maker.make)
    shared.reset()
    assert shared() == [1]
