class Import:
    """Rows in, objects out: the order of the steps is fixed here, what they do is decided by subclasses."""

    def run(self, rows):
        """Play the steps over all rows and return (how many were stored, [(number, what was wrong with it)]), numbers from 1.

        begin; for each row parse, check, store; then commit, or rollback where something fails that is not a ValueError; finally end.
        """
        stored, wrong = 0, []
        try:
            self.begin()
            for number, row in enumerate(rows, 1):
                try:
                    thing = self.parse(row)
                    self.check(thing)
                except ValueError as error:
                    wrong.append((number, str(error)))
                    continue
                self.store(thing)
                stored += 1
            self.commit()
        except BaseException:
            self.rollback()
            raise
        finally:
            self.end()
        return stored, wrong

    def begin(self):
        """A hook: before the first row."""

    def parse(self, row):
        """A step that every import has: a row becomes an object; ValueError if it cannot."""
        raise TypeError(f"{type(self).__name__} does not say how a row is read")

    def check(self, thing):
        """A hook: ValueError if the object may not be stored."""

    def store(self, thing):
        """A step that every import has."""
        raise TypeError(f"{type(self).__name__} does not say where to store")

    def commit(self):
        """A hook: all rows are through."""

    def rollback(self):
        """A hook: the import was broken off."""

    def end(self):
        """A hook: afterwards, however it ended."""
