class transaction:
    def __init__(self, log): self.log = log
    def __enter__(self): return self.log
    def __exit__(self, kind, error, trace):
        self.log.append("rollback" if kind else "commit")
        return True
