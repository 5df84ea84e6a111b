class Import:
    def run(self, rows):
        wrong, things = [], []
        try:
            self.begin()
            for number, row in enumerate(rows, 1):
                try:
                    thing = self.parse(row)
                    self.check(thing)
                    things.append(thing)
                except ValueError as error:
                    wrong.append((number, str(error)))
            for thing in things:
                self.store(thing)
            self.commit()
        except BaseException:
            self.rollback()
            raise
        finally:
            self.end()
        return len(things), wrong

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
