def f(n):
    for i in range(3):
        try:
            if n == 0: return "r"
            if n == 1: break
            if n == 2: continue
            raise ValueError(n)
        except ValueError:
            return "e"
        else:
            return "else"
        finally:
            log.append((n, i))
    return "end"
log = []
a = [f(n) for n in range(4)]
