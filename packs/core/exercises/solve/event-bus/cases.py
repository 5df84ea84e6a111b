class Screen:
    """A listener that remembers what it was told."""

    def __init__(self, log, name):
        self.log = log
        self.name = name

    def show(self, event):
        """Be told."""
        self.log.append(f"{self.name}:{event}")


class Once:
    """A listener that ends its own subscription as soon as it has been told."""

    def __init__(self, log):
        self.log = log
        self.end = None

    def show(self, event):
        """Be told, and leave."""
        self.log.append(f"once:{event}")
        self.end()


class Recruiter:
    """A listener that brings another one along."""

    def __init__(self, bus, log):
        self.bus = bus
        self.log = log

    def show(self, event):
        """Be told, and subscribe a friend."""
        self.log.append(f"recruiter:{event}")
        self.bus.subscribe("order", Screen(self.log, "friend").show)


class Bouncer:
    """A listener that ends somebody else's subscription."""

    def __init__(self, log):
        self.log = log
        self.end_other = None

    def show(self, event):
        """Be told, and throw the other out."""
        self.log.append(f"bouncer:{event}")
        self.end_other()


class Broken:
    """A listener that fails."""

    def show(self, event):
        """Fail."""
        raise RuntimeError("printer on fire")


def test_one_listener():
    """en: Who has subscribed is told.
    it: Chi si è iscritto viene avvisato."""
    log = []
    bus = EventBus()
    bus.subscribe("order", Screen(log, "a").show)
    assert bus.publish("order", 7) == 1
    assert log == ["a:7"]


def test_order_of_subscription():
    """en: Three listeners, told in the order in which they came.
    it: Tre listener, avvisati nell'ordine in cui sono arrivati."""
    log = []
    bus = EventBus()
    bus.subscribe("order", Screen(log, "c").show)
    bus.subscribe("order", Screen(log, "a").show)
    bus.subscribe("order", Screen(log, "b").show)
    assert bus.publish("order", 1) == 3
    assert log == ["c:1", "a:1", "b:1"]


def test_nobody_listens():
    """en: An event that interests nobody is no error.
    it: Un evento che non interessa a nessuno non è un errore."""
    bus = EventBus()
    assert bus.publish("order", 1) == 0


def test_other_topic():
    """en: Who listens to orders isn't told of payments.
    it: Chi ascolta gli ordini non viene avvisato dei pagamenti."""
    log = []
    bus = EventBus()
    bus.subscribe("order", Screen(log, "a").show)
    assert bus.publish("payment", 1) == 0
    assert log == []


def test_ended():
    """en: After the end of the subscription there is silence.
    it: Chiusa l'iscrizione, silenzio."""
    log = []
    bus = EventBus()
    end = bus.subscribe("order", Screen(log, "a").show)
    end()
    assert bus.publish("order", 1) == 0
    assert log == []


def test_ended_twice():
    """en: Ending twice does nothing, and in particular ends nobody else's.
    it: Chiuderla due volte non fa nulla, e soprattutto non chiude quella di un altro."""
    log = []
    bus = EventBus()
    end = bus.subscribe("order", Screen(log, "a").show)
    bus.subscribe("order", Screen(log, "b").show)
    end()
    end()
    assert bus.publish("order", 1) == 1
    assert log == ["b:1"]


def test_subscribed_twice():
    """en: The same listener twice is told twice, and ending one subscription leaves the other.
    it: Lo stesso listener due volte viene avvisato due volte, e chiudere un'iscrizione lascia l'altra."""
    log = []
    bus = EventBus()
    show = Screen(log, "a").show
    end = bus.subscribe("order", show)
    bus.subscribe("order", show)
    assert bus.publish("order", 1) == 2
    end()
    assert bus.publish("order", 2) == 1
    assert log == ["a:1", "a:1", "a:2"]


def test_leaves_while_being_told():
    """en: A listener that leaves in the middle must not make its neighbour miss the event.
    it: Un listener che si cancella nel mezzo non deve far perdere l'evento al vicino."""
    log = []
    bus = EventBus()
    once = Once(log)
    once.end = bus.subscribe("order", once.show)
    bus.subscribe("order", Screen(log, "b").show)
    assert bus.publish("order", 1) == 2
    assert bus.publish("order", 2) == 1
    assert log == ["once:1", "b:1", "b:2"]


def test_joins_while_being_told():
    """en: Who joins during an event is told from the next one on.
    it: Chi si aggiunge durante un evento è avvisato dal successivo."""
    log = []
    bus = EventBus()
    bus.subscribe("order", Recruiter(bus, log).show)
    assert bus.publish("order", 1) == 1
    assert log == ["recruiter:1"]


def test_thrown_out_before_their_turn():
    """en: Who has left before their turn isn't told any more, though the round had begun.
    it: Chi si è cancellato prima del suo turno non viene più avvisato, anche a giro iniziato."""
    log = []
    bus = EventBus()
    bouncer = Bouncer(log)
    bus.subscribe("order", bouncer.show)
    bouncer.end_other = bus.subscribe("order", Screen(log, "b").show)
    assert bus.publish("order", 1) == 1
    assert log == ["bouncer:1"]


def test_one_fails_the_others_are_told():
    """en: The printer is on fire, the other two must still know of the order.
    it: La stampante è in fiamme, gli altri due devono sapere dell'ordine lo stesso."""
    log = []
    bus = EventBus()
    bus.subscribe("order", Screen(log, "a").show)
    bus.subscribe("order", Broken().show)
    bus.subscribe("order", Screen(log, "b").show)
    assert bus.publish("order", 1) == 2
    assert log == ["a:1", "b:1"]


def test_two_buses_are_strangers():
    """en: Two buses in one process share nothing.
    it: Due bus nello stesso processo non condividono nulla."""
    log = []
    first = EventBus()
    second = EventBus()
    first.subscribe("order", Screen(log, "a").show)
    assert second.publish("order", 1) == 0
    assert log == []


def test_event_is_passed_on_as_it_is():
    """en: None is an event as well.
    it: Anche None è un evento."""
    log = []
    bus = EventBus()
    bus.subscribe("tick", log.append)
    assert bus.publish("tick", None) == 1
    assert log == [None]
