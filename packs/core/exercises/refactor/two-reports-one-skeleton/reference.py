class Report:
    """The best three sales and the sum of all; a subclass says how each part looks."""

    title = "{}"
    line = "{}: {}"
    note = "{}"

    def write(self, sales):
        best = sorted(sales, key=lambda sale: -sale[1])[:3]
        lines = [self.line.format(self.safe(name), cents) for name, cents in best]
        total = sum(cents for _, cents in sales)
        last = f"sum: {total}" if sales else "nothing sold"
        return "\n".join([self.title.format("SALES"), *lines, self.note.format(last)])

    def safe(self, name):
        return name


class TextReport(Report):
    line = "- {}: {}"


class HtmlReport(Report):
    title = "<h1>{}</h1>"
    line = "<li>{}: {}</li>"
    note = "<p>{}</p>"

    def safe(self, name):
        return name.replace("&", "&amp;").replace("<", "&lt;")


FORMS = {"text": TextReport, "html": HtmlReport}


def report(sales, form):
    """The best three sales and the sum of all."""
    if form not in FORMS:
        raise ValueError("unknown form: " + form)
    return FORMS[form]().write(sales)
