from abc import ABC, abstractmethod
class Import(ABC):
    def run(self, text):
        return [row for row in self.read(text) if self.keep(row)]
    def keep(self, row):
        return True
    read = abstractmethod(lambda self, text: [])
