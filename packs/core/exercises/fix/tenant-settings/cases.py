def test_the_next_customer_gets_the_defaults():
    """en: After a customer with an own sender the next one gets the usual sender.
    it: Dopo un cliente con un mittente proprio, il successivo riceve quello solito."""
    settings_for({"mail": {"sender": "info@rossi.example"}})
    assert settings_for({})["mail"]["sender"] == "noreply@shop.example"


def test_an_override_counts():
    """en: What the customer changes holds for the customer.
    it: Quello che il cliente cambia vale per lui."""
    assert settings_for({"language": "en", "limits": {"users": 50}})["limits"] == {"users": 50}


def test_what_is_not_changed_stays():
    """en: Another sender changes nothing else about the mails.
    it: Un altro mittente non cambia il resto delle mail."""
    assert settings_for({"mail": {"sender": "info@rossi.example"}})["mail"] == {"sender": "info@rossi.example", "copy_to": []}


def test_plain_values_never_leaked():
    """en: The language of one customer is not the next one's.
    it: La lingua di un cliente non è quella del prossimo."""
    settings_for({"language": "de"})
    assert settings_for({})["language"] == "it"


def test_changed_afterwards():
    """en: A customer adds an address to the copies later: it is theirs alone.
    it: Un cliente aggiunge più tardi un indirizzo in copia: resta solo suo."""
    first = settings_for({})
    first["mail"]["copy_to"].append("boss@rossi.example")
    assert settings_for({})["mail"]["copy_to"] == []


def test_two_customers_side_by_side():
    """en: Both are in memory at the same time.
    it: Tutti e due sono in memoria nello stesso momento."""
    rossi = settings_for({"limits": {"users": 50}})
    verdi = settings_for({"limits": {"users": 9}})
    assert rossi["limits"] == {"users": 50}
    assert verdi["limits"] == {"users": 9}


def test_overrides_stay_as_they_were():
    """en: What came from the database is not changed through the settings.
    it: Quello che arriva dal database non cambia attraverso le impostazioni."""
    stored = {"mail": {"copy_to": ["a@x.example"]}}
    settings_for(stored)["mail"]["copy_to"].append("b@x.example")
    assert stored == {"mail": {"copy_to": ["a@x.example"]}}


def test_nothing_changed():
    """en: No override at all: the defaults.
    it: Nessuna modifica: i valori predefiniti."""
    assert settings_for({}) == {"language": "it", "mail": {"sender": "noreply@shop.example", "copy_to": []}, "limits": {"users": 5}}
