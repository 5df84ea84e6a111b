from contextlib import contextmanager


class Import:
    """Rows in, objects out: the order of the steps is fixed here, what they do is decided by subclasses."""

    def run(self, rows):
        """Play the steps over all rows and return (how many were stored, [(number, what was wrong with it)]), numbers from 1.

        begin; for each row parse, check, store; then commit, or rollback where something fails that is not a ValueError; finally end.
        """
        stored, wrong = 0, []
        with self._whole():
            for thing in self._right_ones(rows, wrong):
                self.store(thing)
                stored += 1
        return stored, wrong

    @contextmanager
    def _whole(self):
        """What stands around all rows, however they end."""
        try:
            self.begin()
            yield
            self.commit()
        except BaseException:
            self.rollback()
            raise
        finally:
            self.end()

    def _right_ones(self, rows, wrong):
        """The objects that may be stored, one at a time; what is wrong with the other rows goes into `wrong`."""
        for number, row in enumerate(rows, 1):
            try:
                thing = self.parse(row)
                self.check(thing)
            except ValueError as error:
                wrong.append((number, str(error)))
            else:
                yield thing

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
