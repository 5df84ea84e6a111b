class View:
    def setup(self):
        return ["view"]


class LoginRequired(View):
    def setup(self):
        return ["login", *super().setup()]


class Cached(View):
    def setup(self):
        return ["cache", *super().setup()]


class Dashboard(LoginRequired, Cached):
    def setup(self):
        return ["dashboard", *super().setup()]


print(Dashboard().setup())
print(LoginRequired().setup())
print([cls.__name__ for cls in Dashboard.__mro__[1:4]])
print(Dashboard.__mro__.index(View), issubclass(LoginRequired, Cached))
