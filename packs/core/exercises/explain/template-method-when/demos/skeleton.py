class Import:
    def run(self, text):
        return self.read(text)
    def read(self, text):
        return text.split()
    def keep(self, row):
        return True
