class transaction:
    def __init__(self, log): self.log = log
    def __enter__(self): self.log.append("rollback")
    def __exit__(self, kind, error, trace): self.log.append("commit")
