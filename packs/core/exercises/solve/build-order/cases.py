def test_chain():
    """en: Backup before migration before restart: only one order will do.
    it: Backup prima della migrazione, prima del riavvio: c'è un solo ordine possibile."""
    assert build_order({"restart": ["migrate"], "migrate": ["backup"], "backup": []}) == ["backup", "migrate", "restart"]


def test_independent_steps():
    """en: Nobody waits for anybody: any order is right, as long as all are there.
    it: Nessuno aspetta nessuno: va bene qualsiasi ordine, purché ci siano tutti."""
    assert build_order({"lint": [], "docs": [], "test": []}) == ["lint", "docs", "test"]


def test_named_only_as_a_need():
    """en: The backup is only mentioned as a need; it is a step all the same.
    it: Il backup compare solo come requisito; è un passo lo stesso."""
    assert build_order({"migrate": ["backup"]}) == ["backup", "migrate"]


def test_nothing_to_do():
    """en: An empty deployment is done already.
    it: Un rilascio vuoto è già finito."""
    assert build_order({}) == []


def test_one_step():
    """en: A single step without needs.
    it: Un passo solo, senza requisiti."""
    assert build_order({"restart": []}) == ["restart"]


def test_diamond():
    """en: Two middle steps share a beginning and an end, and each stands in the order once.
    it: Due passi in mezzo hanno inizio e fine in comune, e ciascuno compare una volta sola."""
    assert build_order({"release": ["web", "worker"], "web": ["build"], "worker": ["build"]}) == ["build", "web", "worker", "release"]


def test_listed_backwards():
    """en: The last step is listed first: the order of the dictionary says nothing.
    it: L'ultimo passo è elencato per primo: l'ordine del dizionario non dice nulla."""
    assert build_order({"d": ["c"], "c": ["b"], "b": ["a"], "a": []}) == ["a", "b", "c", "d"]


def test_two_deployments_in_one():
    """en: Two chains that have nothing to do with each other.
    it: Due catene che non hanno niente a che fare l'una con l'altra."""
    assert build_order({"b": ["a"], "y": ["x"]}) == ["a", "x", "b", "y"]


def test_same_need_twice():
    """en: A need written twice, as happens in files edited by hand, is one need.
    it: Un requisito scritto due volte, come capita nei file modificati a mano, è uno solo."""
    assert build_order({"b": ["a", "a"], "c": ["b"]}) == ["a", "b", "c"]


def test_shortcut():
    """en: c needs b and a, b needs a: the direct need changes nothing.
    it: c richiede b e a, b richiede a: il requisito diretto non cambia niente."""
    assert build_order({"c": ["b", "a"], "b": ["a"]}) == ["a", "b", "c"]


def test_circle_of_two():
    """en: Each waits for the other: better refused now than hanging at three in the morning.
    it: Ognuno aspetta l'altro: meglio un rifiuto ora che un blocco alle tre di notte."""
    with raises(ValueError):
        build_order({"a": ["b"], "b": ["a"]})


def test_waits_for_itself():
    """en: The smallest circle.
    it: Il cerchio più piccolo."""
    with raises(ValueError):
        build_order({"a": ["a"]})


def test_circle_further_down():
    """en: The first steps run fine; the circle is behind them.
    it: I primi passi vanno bene; il cerchio è più avanti."""
    with raises(ValueError):
        build_order({"start": [], "a": ["start", "c"], "b": ["a"], "c": ["b"]})
