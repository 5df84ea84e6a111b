from bank import Account, transfer


def test_money_moves():
    a, b = Account("Ada", 100), Account("Bo")
    transfer(a, b, 30)
    assert b.balance == 30
