class Base:
    def __init__(self):
        self.steps = ["base"]

    def run(self):
        self.steps.append("run")
        return self


class Child(Base):
    def __init__(self):
        super().__init__()
        self.steps.append("child")


made = Child().run()
print(made.steps)
