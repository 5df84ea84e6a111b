class Csv:
    """An exporter with a setting and some state."""

    def __init__(self, separator=","):
        self.separator = separator
        self.rows = []

    def line(self, *cells):
        """Write a row."""
        self.rows.append(self.separator.join(cells))
        return len(self.rows)


def plain(text):
    """A function makes objects as well."""
    return {"plain": text}


def decorated(registry):
    """Use the decorator on a class as one would; then use the class."""

    @registry.register("json")
    class Json:
        """Another exporter."""

        suffix = ".json"

    return Json.suffix, Json.__name__


def twice(registry):
    """Two objects of one name: do they share their rows?"""
    registry.register("csv")(Csv)
    first, second = registry.create("csv"), registry.create("csv")
    first.line("a")
    return first.line("b"), second.line("c"), first is second


def unknown(registry):
    """The message for a name that isn't there."""
    registry.register("pdf")(Csv)
    registry.register("csv")(Csv)
    try:
        registry.create("xml")
    except LookupError as error:
        return "csv" in str(error) and "pdf" in str(error)


def test_register_and_create():
    """en: Entered under a name, made by that name.
    it: Iscritta con un nome, creata con quel nome."""
    registry = Registry()
    registry.register("csv")(Csv)
    assert registry.create("csv").line("a", "b") == 1


def test_names():
    """en: Sorted, whatever the order of registration.
    it: Ordinati, qualunque sia l'ordine di registrazione."""
    registry = Registry()
    registry.register("pdf")(Csv)
    registry.register("csv")(plain)
    assert registry.names() == ["csv", "pdf"]


def test_nothing_registered():
    """en: An empty registry knows no names.
    it: Un registro vuoto non conosce nomi."""
    registry = Registry()
    assert registry.names() == []


def test_class_can_still_be_used():
    """en: A decorated class is still there under its own name.
    it: Una classe decorata c'è ancora con il suo nome."""
    assert decorated(Registry()) == (".json", "Json")


def test_arguments_are_passed_on():
    """en: Positional and by name.
    it: Per posizione e per nome."""
    registry = Registry()
    registry.register("csv")(Csv)
    assert registry.create("csv", ";").separator == ";"
    assert registry.create("csv", separator="|").separator == "|"


def test_function_as_maker():
    """en: Whatever can be called makes objects.
    it: Qualunque cosa si possa chiamare crea oggetti."""
    registry = Registry()
    registry.register("text")(plain)
    assert registry.create("text", "hello") == {"plain": "hello"}


def test_a_new_object_each_time():
    """en: Two exports at the same time don't write into the same rows.
    it: Due esportazioni insieme non scrivono nelle stesse righe."""
    assert twice(Registry()) == (2, 1, False)


def test_upper_and_lower_case():
    """en: Who asks for PDF means pdf.
    it: Chi chiede PDF intende pdf."""
    registry = Registry()
    registry.register("PDF")(plain)
    assert registry.create("pdf", 1) == {"plain": 1}
    assert registry.names() == ["pdf"]


def test_same_name_twice():
    """en: Two plug-ins want the same name: better told at start-up than noticed in an export.
    it: Due plugin vogliono lo stesso nome: meglio saperlo all'avvio che scoprirlo in un'esportazione."""
    registry = Registry()
    registry.register("csv")(Csv)
    with raises(ValueError):
        registry.register("csv")(plain)


def test_same_name_in_another_case():
    """en: Csv and CSV are the same name.
    it: Csv e CSV sono lo stesso nome."""
    registry = Registry()
    registry.register("csv")(Csv)
    with raises(ValueError):
        registry.register("CSV")(plain)


def test_empty_name():
    """en: A name is needed.
    it: Un nome ci vuole."""
    registry = Registry()
    with raises(ValueError):
        registry.register("")(plain)


def test_unknown_name():
    """en: A format nobody has entered.
    it: Un formato che nessuno ha iscritto."""
    registry = Registry()
    with raises(LookupError):
        registry.create("xml")


def test_message_names_the_known_ones():
    """en: Who mistypes wants to read what there is.
    it: Chi sbaglia a scrivere vuole leggere che cosa c'è."""
    assert unknown(Registry()) is True


def test_two_registries():
    """en: Exporters and importers don't mix.
    it: Esportatori e importatori non si mescolano."""
    exporters = Registry()
    importers = Registry()
    exporters.register("csv")(Csv)
    assert importers.names() == []
