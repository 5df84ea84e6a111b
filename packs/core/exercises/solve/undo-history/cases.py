class Append:
    """Appends a text to a document; undoing it cuts off that much."""

    def __init__(self, document, text):
        self.document = document
        self.text = text

    def do(self):
        """Write."""
        self.document.append(self.text)
        return len(self.document)

    def undo(self):
        """Take it back: it must be the last thing written."""
        if self.document[-1] != self.text:
            raise RuntimeError(f"{self.text} is not the last thing written")
        self.document.pop()


class Fails:
    """A command that can't be done."""

    def do(self):
        """Fail."""
        raise OSError("disk full")

    def undo(self):
        """Nobody should get here."""
        raise RuntimeError("undone what was never done")


def fails(history):
    """Run a command that fails; which exception comes out?"""
    try:
        history.run(Fails())
    except OSError as error:
        return str(error)


def test_run_and_undo():
    """en: Written and taken back.
    it: Scritto e annullato."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    assert document == ["a"]
    assert history.undo() is True
    assert document == []


def test_redo():
    """en: Taken back and written again.
    it: Annullato e riscritto."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    history.undo()
    assert history.redo() is True
    assert document == ["a"]


def test_nothing_to_undo():
    """en: Ctrl-Z in an empty document does nothing, and no exception either.
    it: Ctrl-Z in un documento vuoto non fa nulla, e nemmeno un'eccezione."""
    history = History()
    assert history.undo() is False
    assert history.redo() is False


def test_result_is_passed_on():
    """en: What the command returns reaches the caller.
    it: Quello che il comando restituisce arriva a chi chiama."""
    document = []
    history = History()
    assert history.run(Append(document, "a")) == 1
    assert history.run(Append(document, "b")) == 2


def test_two_steps_back():
    """en: The last thing done is undone first.
    it: Si annulla per prima l'ultima cosa fatta."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    history.run(Append(document, "b"))
    history.undo()
    assert document == ["a"]
    history.undo()
    assert document == []


def test_all_the_way_back():
    """en: Three back and three forward: all as before.
    it: Tre indietro e tre avanti: tutto come prima."""
    document = []
    history = History()
    for text in ["a", "b", "c"]:
        history.run(Append(document, text))
    for _ in range(3):
        history.undo()
    assert document == []
    for _ in range(3):
        history.redo()
    assert document == ["a", "b", "c"]


def test_new_command_ends_the_future():
    """en: After undoing a and writing b there is nothing to redo: a belonged to another future.
    it: Dopo aver annullato a e scritto b non c'è nulla da ripetere: a era di un altro futuro."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    history.undo()
    history.run(Append(document, "b"))
    assert history.redo() is False
    assert document == ["b"]


def test_failed_command_is_not_history():
    """en: The disk was full: the exception comes out, and undo takes back the command before.
    it: Il disco era pieno: l'eccezione esce, e annulla disfa il comando precedente."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    assert fails(history) == "disk full"
    assert history.undo() is True
    assert document == []


def test_failed_command_keeps_the_future():
    """en: A command that failed has changed nothing, so what was undone can still be redone.
    it: Un comando fallito non ha cambiato nulla, quindi ciò che era annullato si può ancora ripetere."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    history.undo()
    assert fails(history) == "disk full"
    assert history.redo() is True
    assert document == ["a"]


def test_limit():
    """en: With a limit of two the first command can't be undone any more, though its effect remains.
    it: Con un limite di due il primo comando non si annulla più, anche se il suo effetto resta."""
    document = []
    history = History(2)
    for text in ["a", "b", "c"]:
        history.run(Append(document, text))
    assert history.undo() is True
    assert history.undo() is True
    assert history.undo() is False
    assert document == ["a"]


def test_undo_after_redo():
    """en: A command done again can be undone again.
    it: Un comando ripetuto si può annullare di nuovo."""
    document = []
    history = History()
    history.run(Append(document, "a"))
    history.undo()
    history.redo()
    assert history.undo() is True
    assert document == []


def test_two_histories():
    """en: Two open documents, two histories.
    it: Due documenti aperti, due storie."""
    one, two = [], []
    first = History()
    second = History()
    first.run(Append(one, "a"))
    second.run(Append(two, "b"))
    assert first.undo() is True
    assert two == ["b"]


def test_no_limit_below_one():
    """en: A history that remembers nothing is a mistake.
    it: Una storia che non ricorda nulla è uno sbaglio."""
    with raises(ValueError):
        History(0)
