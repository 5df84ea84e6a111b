calls = []
class Root:
    def run(self): pass
class Left(Root):
    def run(self): calls.append("left"), super().run()
class Right(Root):
    def run(self): calls.append("right"), super().run()
