class Field:
    def __set_name__(self, owner, name):
        self.name = name


class Model:
    def __init_subclass__(cls):
        cls.fields = [each for each in vars(cls) if isinstance(vars(cls)[each], Field)]


class User(Model):
    mail = Field()


print(User.fields, User.mail.name)
