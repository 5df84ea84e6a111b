calls = []
class Left:
    def run(self): calls.append('left')
class Right(Left):
    def run(self): calls.append('right'), super().run()
