def test_three_steps():
    """en: Three steps: 1+1+1, 1+2, 2+1, 3.
    it: Tre gradini: 1+1+1, 1+2, 2+1, 3."""
    assert ways(3, []) == 4


def test_blocked_step():
    """en: The second step is broken: from the first only a jump to the third is left, or three at once.
    it: Il secondo gradino è rotto: dal primo resta solo il salto al terzo, o tre in un colpo."""
    assert ways(3, [2]) == 2


def test_no_steps():
    """en: On the ground floor there is one way: stay.
    it: Al pianterreno c'è un modo: restare."""
    assert ways(0, []) == 1


def test_another_staircase():
    """en: Two staircases, one after the other: the second does not know the first.
    it: Due scale, una dopo l'altra: la seconda non sa nulla della prima."""
    assert ways(5, []) == 13
    assert ways(5, [3]) == 5


def test_three_blocked_in_a_row():
    """en: Three blocked steps in a row cannot be jumped over.
    it: Tre gradini bloccati di fila non si possono saltare."""
    assert ways(6, [2, 3, 4]) == 0


def test_top_step_blocked():
    """en: A blocked top cannot be reached.
    it: Una cima bloccata non si raggiunge."""
    assert ways(4, [4]) == 0


def test_below_the_ground():
    """en: Below the ground there is no way.
    it: Sotto terra non ci sono modi."""
    assert ways(-1, []) == 0
