def test_an_admin():
    """en: An admin may.
    it: Un admin può."""
    assert may_delete("admin", False) is True


def test_a_guest():
    """en: What the audit found: a guest must not.
    it: Quello che ha trovato l'audit: un ospite non deve."""
    assert may_delete("guest", False) is False


def test_an_owner():
    """en: An owner may, as long as nothing is locked.
    it: Un owner può, finché niente è bloccato."""
    assert may_delete("owner", False) is True


def test_an_owner_of_what_is_locked():
    """en: Locked: not even the owner.
    it: Bloccato: nemmeno l'owner."""
    assert may_delete("owner", True) is False


def test_an_admin_on_what_is_locked():
    """en: Locked: an admin still may.
    it: Bloccato: un admin può ancora."""
    assert may_delete("admin", True) is True


def test_a_role_that_only_sounds_alike():
    """en: A part of a role's name is no role.
    it: Un pezzo del nome di un ruolo non è un ruolo."""
    assert may_delete("min", False) is False


def test_no_role():
    """en: Somebody without a role.
    it: Qualcuno senza ruolo."""
    assert may_delete("", False) is False
