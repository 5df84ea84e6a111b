from contextlib import contextmanager


class Locks:
    """One lock for each customer, and a record of what was done."""

    def __init__(self):
        self.taken = set()
        self.done = []

    @contextmanager
    def held(self, customer):
        """Hold a customer's lock; RuntimeError if somebody else does."""
        if customer in self.taken:
            raise RuntimeError(f"{customer} is busy")
        self.taken.add(customer)
        yield
        self.taken.remove(customer)

    def run(self, customer, error=None):
        """An import, as the importer does it: it ends, or raises `error`."""
        with self.held(customer):
            if error is not None:
                raise error("the file is broken")
            self.done.append(customer)
