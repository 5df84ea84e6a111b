def test_example():
    """en: The payment of the request: 20 and 75 euros.
    it: Il bonifico della richiesta: 20 e 75 euro."""
    assert find_pair([1500, 2000, 4000, 7500], 9500) == (2000, 7500)


def test_no_pair():
    """en: Nothing adds up: None, and accounting will have to phone.
    it: Niente torna: None, e l'amministrazione dovrà telefonare."""
    assert find_pair([1500, 2000, 4000], 9999) is None


def test_two_invoices():
    """en: The smallest list with a pair.
    it: La lista più piccola che contiene una coppia."""
    assert find_pair([10, 20], 30) == (10, 20)


def test_half_is_there_once():
    """en: A single invoice of 50 doesn't pay 100: it can't be counted twice.
    it: Una sola fattura da 50 non fa 100: non si può contare due volte."""
    assert find_pair([20, 50, 90], 100) is None


def test_half_is_there_twice():
    """en: Two invoices of the same amount are two invoices.
    it: Due fatture dello stesso importo sono due fatture."""
    assert find_pair([20, 50, 50, 90], 100) == (50, 50)


def test_first_and_last():
    """en: The outermost two.
    it: Le due alle estremità."""
    assert find_pair([1, 20, 30, 400], 401) == (1, 400)


def test_far_apart():
    """en: The partners stand far from each other in the list.
    it: Le due fatture sono lontane nella lista."""
    assert find_pair([5, 11, 23, 47, 95, 191], 202) == (11, 191)


def test_several_pairs():
    """en: 1 + 9, 2 + 8 and 4 + 6 would do: the smallest first amount is wanted.
    it: Andrebbero bene 1 + 9, 2 + 8 e 4 + 6: serve il primo importo più piccolo."""
    assert find_pair([1, 2, 4, 6, 8, 9], 10) == (1, 9)


def test_no_invoices():
    """en: Nothing is open: None.
    it: Non c'è niente di aperto: None."""
    assert find_pair([], 10) is None


def test_one_invoice():
    """en: One invoice makes no pair, even if it alone is the payment.
    it: Una fattura non fa una coppia, nemmeno se da sola vale il bonifico."""
    assert find_pair([10], 10) is None


def test_credit_note():
    """en: A credit note of 30 and an invoice of 100 make 70.
    it: Una nota di credito da 30 e una fattura da 100 fanno 70."""
    assert find_pair([-30, 10, 45, 100], 70) == (-30, 100)


def test_payment_of_zero():
    """en: Credit note and invoice cancel out: a payment of 0 has a pair too.
    it: Nota di credito e fattura si annullano: anche un pagamento di 0 ha la sua coppia."""
    assert find_pair([-25, -10, 3, 10, 40], 0) == (-10, 10)


def test_zero_amount():
    """en: An invoice of 0 (a sample) is an invoice.
    it: Una fattura da 0 (un omaggio) è pur sempre una fattura."""
    assert find_pair([0, 7, 12], 12) == (0, 12)


def test_list_unchanged():
    """en: The open items are still needed afterwards.
    it: Le partite aperte servono ancora dopo."""
    amounts = [10, 20, 30]
    assert find_pair(amounts, 50) == (20, 30)
    assert amounts == [10, 20, 30]
