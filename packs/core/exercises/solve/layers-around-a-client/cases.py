class Client:
    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = 0

    def get(self, key):
        self.calls += 1
        answer = self.answers.pop(0) if self.answers else key * 2
        if answer == "timeout":
            raise TimeoutError(key)
        if answer == "gone":
            raise KeyError(key)
        return answer

    def name(self):
        return "the client"


def test_cached():
    """en: The same key twice: the client is asked once.
    it: La stessa chiave due volte: il client viene interrogato una volta."""
    client = Client()
    cached = stack(client, ["cached"], [])
    assert cached.get("ab") == "abab"
    assert cached.get("ab") == "abab"
    assert client.calls == 1


def test_retried():
    """en: Two timeouts and an answer.
    it: Due timeout e una risposta."""
    client = Client("timeout", "timeout", "page")
    assert stack(client, ["retried"], []).get("a") == "page"
    assert client.calls == 3


def test_logged():
    """en: Before and after, in the log.
    it: Prima e dopo, nel log."""
    log = []
    stack(Client(), ["logged"], log).get("a")
    assert log == ["ask a", "got a"]


def test_none_is_an_answer():
    """en: None is an answer like any other, and is kept.
    it: None è una risposta come le altre, e si conserva."""
    client = Client(None)
    cached = stack(client, ["cached"], [])
    assert cached.get("a") == None
    assert cached.get("a") == None
    assert client.calls == 1


def test_failures_are_not_kept():
    """en: The first attempt fails, the second is made anew.
    it: Il primo tentativo fallisce, il secondo si rifà davvero."""
    client = Client("timeout", "page")
    cached = stack(client, ["cached"], [])
    with raises(TimeoutError):
        cached.get("a")
    assert cached.get("a") == "page"


def test_three_times_and_no_more():
    """en: After the third timeout it comes out.
    it: Dopo il terzo timeout l'eccezione esce."""
    client = Client("timeout", "timeout", "timeout", "page")
    with raises(TimeoutError):
        stack(client, ["retried"], []).get("a")
    assert client.calls == 3


def test_other_errors_at_once():
    """en: What is not there is not there a second later either.
    it: Quello che non c'è non c'è nemmeno un secondo dopo."""
    client = Client("gone", "page")
    with raises(KeyError):
        stack(client, ["retried"], []).get("a")
    assert client.calls == 1


def test_failure_in_the_log():
    """en: The log says that it failed, and the exception goes on.
    it: Il log dice che è fallito, e l'eccezione prosegue."""
    log = []
    with raises(KeyError):
        stack(Client("gone"), ["logged"], log).get("a")
    assert log == ["ask a", "failed a"]


def test_log_inside_the_retry():
    """en: The log inside sees every attempt.
    it: Il log all'interno vede ogni tentativo."""
    log = []
    stack(Client("timeout", "page"), ["logged", "retried"], log).get("a")
    assert log == ["ask a", "failed a", "ask a", "got a"]


def test_log_around_the_retry():
    """en: The log outside sees one question and one answer.
    it: Il log all'esterno vede una domanda e una risposta."""
    log = []
    stack(Client("timeout", "page"), ["retried", "logged"], log).get("a")
    assert log == ["ask a", "got a"]


def test_cache_around_the_retry():
    """en: What succeeded in the end is kept.
    it: Si conserva quello che alla fine è riuscito."""
    client = Client("timeout", "page", "other")
    both = stack(client, ["retried", "cached"], [])
    assert both.get("a") == "page"
    assert both.get("a") == "page"
    assert client.calls == 2


def test_two_stacks_share_nothing():
    """en: Two caches do not know each other.
    it: Due cache non si conoscono."""
    first = stack(Client("one"), ["cached"], [])
    second = stack(Client("two"), ["cached"], [])
    assert first.get("a") == "one"
    assert second.get("a") == "two"


def test_everything_else_passes_through():
    """en: What the client can do besides is still there, through all layers.
    it: Quello che il client sa fare in più c'è ancora, attraverso tutti gli strati."""
    assert stack(Client(), ["cached", "retried", "logged"], []).name() == "the client"


def test_no_layers():
    """en: Without layers it is the client itself.
    it: Senza strati è proprio il client."""
    assert stack(Client(), [], []).get("x") == "xx"
