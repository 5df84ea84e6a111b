xs = [1]
ys = xs
ys += [2]
n = 1
m = n
m += 1
t = (1,)
u = t
u += (2,)
print(xs, n, m, t, u)
