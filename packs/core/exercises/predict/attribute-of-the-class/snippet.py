class Account:
    plan = "free"
    tags = []

    def __init__(self, name):
        self.name = name

    def upgrade(self):
        self.plan = "pro"
        self.tags.append(f"{self.name} pays")


anna, bruno = Account("anna"), Account("bruno")
anna.upgrade()
print(anna.plan, anna.tags)
print(bruno.plan, bruno.tags)
Account.plan = "trial"
print(anna.plan, bruno.plan)
print(sorted(vars(anna)), sorted(vars(bruno)))
