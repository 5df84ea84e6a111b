def test_one_page_seven():
    """en: One page
    it: Una pagina"""
    assert pages("7") == [7]


def test_one_page_long():
    """en: A number of several digits
    it: Un numero di più cifre"""
    assert pages("128") == [128]


def test_several_pages_commas():
    """en: Commas
    it: Virgole"""
    assert pages("1,7,12") == [1, 7, 12]


def test_several_pages_spaces():
    """en: Spaces around the numbers
    it: Spazi intorno ai numeri"""
    assert pages(" 1 , 7") == [1, 7]


def test_stretches_one():
    """en: A stretch, both ends included
    it: Un intervallo, estremi compresi"""
    assert pages("2-4") == [2, 3, 4]


def test_stretches_beside():
    """en: Stretches beside single pages
    it: Intervalli accanto a pagine singole"""
    assert pages("1,3-4,8,10-11") == [1, 3, 4, 8, 10, 11]


def test_stretches_of_one():
    """en: A stretch of one page
    it: Un intervallo di una pagina"""
    assert pages("5-5") == [5]


def test_once_and_in_order_overlap():
    """en: Stretches that overlap
    it: Intervalli che si sovrappongono"""
    assert pages("2-4,3-5") == [2, 3, 4, 5]


def test_once_and_in_order_backwards():
    """en: Asked for in another order
    it: Chieste in un altro ordine"""
    assert pages("9,2") == [2, 9]


def test_once_and_in_order_numbers():
    """en: As numbers, not as texts
    it: Come numeri, non come testi"""
    assert pages("10,9,9") == [9, 10]


def test_no_such_pages_backwards():
    """en: A stretch that runs backwards
    it: Un intervallo che va all'indietro"""
    with raises(ValueError):
        pages("5-3")


def test_no_such_pages_zero():
    """en: Page 0
    it: Pagina 0"""
    with raises(ValueError):
        pages("0")


def test_no_such_pages_among():
    """en: One bad stretch among good ones
    it: Un intervallo sbagliato tra quelli giusti"""
    with raises(ValueError):
        pages("1-2,8-7")


def test_open_end_given():
    """en: To the last page
    it: Fino all'ultima pagina"""
    assert pages("1,3-", 5) == [1, 3, 4, 5]


def test_open_end_last():
    """en: From the last page on
    it: Dall'ultima pagina in poi"""
    assert pages("5-", 5) == [5]


def test_open_end_unknown():
    """en: Nobody knows where it ends
    it: Nessuno sa dove finisce"""
    with raises(ValueError):
        pages("3-")
