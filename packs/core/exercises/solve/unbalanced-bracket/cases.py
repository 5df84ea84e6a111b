def test_balanced_template():
    """en: A template like those one really sees: nothing to underline.
    it: Un template come quelli veri: niente da sottolineare."""
    assert unbalanced_at("Dear {name}, your order ({items[0]}) has left.") is None


def test_crossed():
    """en: As many of each as there should be, but crossed: the round one closes while the square one is open.
    it: Di ogni tipo ce n'è il numero giusto, ma incrociate: la tonda si chiude mentre la quadra è aperta."""
    assert unbalanced_at("total(items[0)]") == 13


def test_never_closed():
    """en: The text ends with a brace open: what is to be underlined is the brace, not the end.
    it: Il testo finisce con una graffa aperta: da sottolineare è la graffa, non la fine."""
    assert unbalanced_at("Dear {name, thank you") == 5


def test_empty_text():
    """en: A new template is empty, and in order.
    it: Un template nuovo è vuoto, ed è a posto."""
    assert unbalanced_at("") is None


def test_no_brackets():
    """en: Plain words have nothing to balance.
    it: Un testo senza parentesi non ha nulla da bilanciare."""
    assert unbalanced_at("See you on Monday.") is None


def test_closed_before_opening():
    """en: The very first character closes something that nobody opened. Position 0 is an answer, not a "no".
    it: Il primo carattere chiude qualcosa che nessuno ha aperto. La posizione 0 è una risposta, non un "no"."""
    assert unbalanced_at(")(") == 0


def test_one_too_many():
    """en: All closed, and then one more.
    it: Tutte chiuse, e poi un'altra ancora."""
    assert unbalanced_at("f(x[1])]") == 7


def test_wrong_kind():
    """en: Opened round, closed square: counting brackets without their kind does not see it.
    it: Aperta tonda, chiusa quadra: chi conta le parentesi senza guardarne il tipo non se ne accorge."""
    assert unbalanced_at("(x]") == 2


def test_two_left_open():
    """en: Two never closed: the innermost is the one that was to be closed first.
    it: Due mai chiuse: la più interna è quella che andava chiusa per prima."""
    assert unbalanced_at("f(a, [1, 2") == 5


def test_outer_left_open():
    """en: The inner pair is in order, the outer one is missing its end.
    it: La coppia interna è a posto, a quella esterna manca la fine."""
    assert unbalanced_at("{a: (1, 2)") == 0


def test_first_of_two_mistakes():
    """en: Of two mistakes the editor underlines the first; the second may be its consequence.
    it: Di due errori l'editor sottolinea il primo; il secondo può esserne la conseguenza."""
    assert unbalanced_at("(] }") == 1


def test_smile_in_quotes():
    """en: A smiley between quotes is text, and closes nothing.
    it: Una faccina fra virgolette è testo, e non chiude niente."""
    assert unbalanced_at('greet("hello :)")') is None


def test_quoted_opening():
    """en: A bracket opened between quotes cannot be closed outside them.
    it: Una parentesi aperta fra virgolette non si può chiudere fuori."""
    assert unbalanced_at('say("(") )') == 9


def test_open_quote():
    """en: A quotation mark never closed: what follows is text, but what was open before remains open.
    it: Una virgoletta mai chiusa: quello che segue è testo, ma ciò che era aperto prima resta aperto."""
    assert unbalanced_at('("hello )') == 0


def test_deep_nesting():
    """en: Fifty levels: deep enough to trouble whoever looks only at the character beside.
    it: Cinquanta livelli: abbastanza per mettere in crisi chi guarda solo il carattere accanto."""
    assert unbalanced_at("([" * 25 + "])" * 25) is None


def test_side_by_side():
    """en: Pairs one after the other, none inside another.
    it: Coppie una dopo l'altra, nessuna dentro l'altra."""
    assert unbalanced_at("()[]{}()") is None
