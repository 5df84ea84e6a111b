a = 256
b = 256
c = int("257")
d = int("257")
print(a is b, c is d, c == d)
s = "py"
t = "".join(["p", "y"])
print(s is t, s == t)
