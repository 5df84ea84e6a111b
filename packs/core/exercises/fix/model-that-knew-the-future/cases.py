def test_a_jump_after_the_cut():
    """en: Prices jump after the cut. The training part cannot know that.
    it: I prezzi saltano dopo il taglio. La parte di training non può saperlo."""
    train, test, scale = prepare([1.0, 3.0, 101.0, 103.0], 0.5)
    assert train == [-1.0, 1.0]


def test_sizes():
    """en: Three quarters to learn from, one to test with.
    it: Tre quarti per imparare, uno per il test."""
    train, test, scale = prepare([1.0, 2.0, 3.0, 4.0], 0.75)
    assert len(train) == 3
    assert len(test) == 1


def test_quiet_series():
    """en: The second half goes up and down like the first.
    it: La seconda metà va su e giù come la prima."""
    train, test, scale = prepare([2.0, 4.0, 2.0, 4.0], 0.5)
    assert train == [-1.0, 1.0]
    assert test == [-1.0, 1.0]
    assert scale == (3.0, 1.0)


def test_the_test_part_is_scaled_like_the_training():
    """en: What comes later is measured with the ruler of what was known.
    it: Quello che viene dopo si misura con il metro di quello che si sapeva."""
    train, test, scale = prepare([1.0, 3.0, 101.0, 103.0], 0.5)
    assert test == [99.0, 101.0]


def test_the_scale_that_goes_live():
    """en: The figures that are saved with the model come from the training part.
    it: I numeri salvati con il modello vengono dalla parte di training."""
    train, test, scale = prepare([1.0, 3.0, 101.0, 103.0], 0.5)
    assert scale == (2.0, 1.0)


def test_the_future_changes_nothing():
    """en: Another future, the same training data.
    it: Un altro futuro, gli stessi dati di training."""
    one, _, _ = prepare([5.0, 7.0, 0.0, 0.0], 0.5)
    other, _, _ = prepare([5.0, 7.0, 900.0, -40.0], 0.5)
    assert one == [-1.0, 1.0]
    assert other == [-1.0, 1.0]


def test_constant_so_far():
    """en: Constant while it was learnt: the spread counts as 1, nothing is divided by nought.
    it: Costante durante il training: lo scarto vale 1, niente divisione per zero."""
    train, test, scale = prepare([4.0, 4.0, 6.0], 0.67)
    assert train == [0.0, 0.0]
    assert test == [2.0]


def test_all_for_training():
    """en: Nothing is kept for the test.
    it: Per il test non si tiene niente."""
    train, test, scale = prepare([2.0, 4.0], 1.0)
    assert train == [-1.0, 1.0]
    assert test == []
