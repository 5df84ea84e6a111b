class Import:
    def run(self, rows):
        stored, wrong = 0, []
        self.begin()
        for number, row in enumerate(rows, 1):
            try:
                thing = self.parse(row)
                self.check(thing)
                self.store(thing)
                stored += 1
            except Exception as error:
                wrong.append((number, str(error)))
        self.commit()
        self.end()
        return stored, wrong

    def begin(self):
        pass

    def parse(self, row):
        raise TypeError("parse")

    def check(self, thing):
        pass

    def store(self, thing):
        raise TypeError("store")

    def commit(self):
        pass

    def rollback(self):
        pass

    def end(self):
        pass
