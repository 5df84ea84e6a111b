class Import:
    def run(self, text):
        return [row for row in self.read(text) if self.keep(row)]
    def keep(self, row):
        return True
    def read(self, text):
        raise NotImplementedError
