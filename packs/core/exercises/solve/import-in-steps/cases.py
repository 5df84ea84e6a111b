def prices(full_at=99):
    class Prices(Import):
        def __init__(self):
            self.told = []

        def begin(self):
            self.told.append("begin")

        def parse(self, row):
            self.told.append(f"parse {row}")
            return int(row)

        def check(self, thing):
            if thing < 0:
                raise ValueError("below nought")

        def store(self, thing):
            if thing == full_at:
                raise OSError("disk full")
            if thing == 13:
                raise ValueError("refused by the database")
            self.told.append(f"store {thing}")

        def commit(self):
            self.told.append("commit")

        def rollback(self):
            self.told.append("rollback")

        def end(self):
            self.told.append("end")

    return Prices()


def bare():
    class Bare(Import):
        def __init__(self):
            self.kept = []

        def parse(self, row):
            return row

        def store(self, thing):
            self.kept.append(thing)

    return Bare()


def forgetful():
    class Forgetful(Import):
        def store(self, thing):
            pass

    return Forgetful()


def test_all_rows():
    """en: Two rows, both stored.
    it: Due righe, salvate tutte e due."""
    assert prices().run(["1", "2"]) == (2, [])


def test_the_order_of_the_steps():
    """en: Begin, row by row, commit, end.
    it: Inizio, riga per riga, commit, fine."""
    run = prices()
    run.run(["1", "2"])
    assert run.told == ["begin", "parse 1", "store 1", "parse 2", "store 2", "commit", "end"]


def test_a_row_that_cannot_be_read():
    """en: The second row is no number; the third is stored all the same.
    it: La seconda riga non è un numero; la terza si salva lo stesso."""
    stored, wrong = prices().run(["1", "x", "3"])
    assert stored == 2
    assert [number for number, _ in wrong] == [2]


def test_a_row_that_may_not_be_stored():
    """en: The check refuses it, with its reason.
    it: Il controllo la rifiuta, con il suo motivo."""
    assert prices().run(["1", "-5"]) == (1, [(2, "below nought")])


def test_wrong_rows_do_not_break_off():
    """en: Wrong rows are told, and what was right is committed.
    it: Le righe sbagliate si riferiscono, e quello che era giusto va in commit."""
    run = prices()
    run.run(["-1", "2"])
    assert run.told == ["begin", "parse -1", "parse 2", "store 2", "commit", "end"]


def test_broken_off():
    """en: The disk is full: rollback, end, and the exception comes out.
    it: Il disco è pieno: rollback, fine, e l'eccezione esce."""
    run = prices(full_at=2)
    with raises(OSError):
        run.run(["1", "2", "3"])
    assert run.told == ["begin", "parse 1", "store 1", "parse 2", "rollback", "end"]


def test_refused_while_storing():
    """en: A ValueError of the store is no wrong row: half of it may be written. It breaks off.
    it: Un ValueError di store non è una riga sbagliata: metà potrebbe essere già scritta. Si interrompe."""
    run = prices()
    with raises(ValueError):
        run.run(["13", "1"])
    assert run.told == ["begin", "parse 13", "rollback", "end"]


def test_hooks_are_optional():
    """en: Who overrides only the two steps gets a working import.
    it: Chi ridefinisce solo i due passi ha un import che funziona."""
    run = bare()
    assert run.run(["a", "b"]) == (2, [])
    assert run.kept == ["a", "b"]


def test_a_step_that_was_forgotten():
    """en: Without `parse` it says so; that's no wrong row.
    it: Senza `parse` lo dice; non è una riga sbagliata."""
    with raises(TypeError):
        forgetful().run(["1"])


def test_no_rows():
    """en: An empty file begins, commits and ends.
    it: Un file vuoto comincia, fa commit e finisce."""
    run = prices()
    assert run.run([]) == (0, [])
    assert run.told == ["begin", "commit", "end"]


def test_rows_one_by_one():
    """en: Rows may come from a generator, and each is stored before the next is read.
    it: Le righe possono arrivare da un generatore, e ognuna si salva prima di leggere la successiva."""
    run = bare()
    assert run.run(str(len(run.kept)) for _ in range(3)) == (3, [])
    assert run.kept == ["0", "1", "2"]


def test_twice():
    """en: A second run of the same import counts anew.
    it: Un secondo giro dello stesso import conta da capo."""
    run = prices()
    run.run(["1", "x"])
    assert run.run(["2"]) == (1, [])
