from abc import ABC, abstractmethod
class Import(ABC):
    def run(self, text):
        return [row for row in self.read(text) if self.keep(row)]
    @abstractmethod
    def keep(self, row): ...
    read = abstractmethod(lambda self, text: [])
