calls = []
class Left:
    def run(self): calls.append('left')
class Right:
    def run(self): calls.append('right')
