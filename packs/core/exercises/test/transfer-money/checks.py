from bank import Account, NotEnough, transfer


def pair():
    return Account("a", 100), Account("b", 5)


def refused(kind, source, target, amount):
    try:
        transfer(source, target, amount)
    except kind:
        return True
    return False


def test_refused_changes_nothing():
    source, target = pair()
    try:
        transfer(source, target, 101)
    except Exception:
        pass
    assert (source.balance, target.balance) == (100, 5)
    assert (list(source.history), list(target.history)) == ([], [])


def test_too_much_is_refused():
    assert refused(NotEnough, *pair(), 101)


def test_to_the_last_cent():
    source, target = pair()
    transfer(source, target, 100)
    assert source.balance == 0


def test_nothing_moved():
    assert refused(ValueError, *pair(), 0)


def test_negative_amount():
    assert refused(ValueError, *pair(), -1)


def test_same_account():
    source, _ = pair()
    assert refused(ValueError, source, source, 10)


def test_both_balances():
    source, target = pair()
    transfer(source, target, 30)
    assert (source.balance, target.balance) == (70, 35)


def test_both_histories():
    source, target = pair()
    transfer(source, target, 30)
    assert (list(source.history), list(target.history)) == ([("out", 30)], [("in", 30)])


def test_a_third_account():
    transfer(*pair(), 30)
    assert list(Account("c").history) == []


def test_what_is_returned():
    assert transfer(*pair(), 30) == 70
