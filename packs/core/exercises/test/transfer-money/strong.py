import pytest
from bank import Account, NotEnough, transfer


@pytest.fixture
def ada():
    return Account("Ada", 100)


@pytest.fixture
def bo():
    return Account("Bo", 5)


def state(*accounts):
    return [(account.owner, account.balance, list(account.history)) for account in accounts]


def test_a_new_account():
    assert state(Account("Cy"), Account("Di", 7)) == [("Cy", 0, []), ("Di", 7, [])]


def test_money_moves_and_both_say_so(ada, bo):
    assert transfer(ada, bo, 30) == 70
    assert transfer(bo, ada, 1) == 34
    assert state(ada, bo) == [("Ada", 71, [("out", 30), ("in", 1)]), ("Bo", 34, [("in", 30), ("out", 1)])]


def test_all_of_it_can_go(ada, bo):
    assert transfer(ada, bo, 100) == 0


@pytest.mark.parametrize(("amount", "error"), [(101, NotEnough), (0, ValueError), (-1, ValueError)])
def test_what_is_refused_changes_nothing(ada, bo, amount, error):
    before = state(ada, bo)
    with pytest.raises(error):
        transfer(ada, bo, amount)
    assert state(ada, bo) == before


def test_nobody_transfers_to_themselves(ada):
    with pytest.raises(ValueError):
        transfer(ada, ada, 10)
    assert state(ada) == [("Ada", 100, [])]
