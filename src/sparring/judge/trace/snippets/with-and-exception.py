class Transaction:
    def __enter__(self):
        self.done = []
        return self

    def __exit__(self, kind, error, trace):
        if error:
            self.done.clear()
        return kind is ValueError


with Transaction() as work:
    work.done.append("debit")
    raise ValueError("no money")
print(work.done)
