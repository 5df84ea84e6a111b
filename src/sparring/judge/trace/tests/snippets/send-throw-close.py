def meter():
    total = 0
    try:
        while True:
            try:
                got = yield total
            except ValueError as error:
                total = -1
            else:
                total += got or 0
    finally:
        done.append("closed")
done = []
m = meter()
next(m)
a = m.send(3)
b = m.throw(ValueError("no"))
c = m.send(4)
m.close()
try:
    next(m)
except StopIteration:
    end = True
