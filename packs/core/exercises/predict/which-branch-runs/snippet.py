from contextlib import contextmanager


@contextmanager
def transaction(name):
    print("begin", name)
    try:
        yield
    except KeyError:
        print("rollback", name)
        raise
    else:
        print("commit", name)
    finally:
        print("close", name)


with transaction("order"):
    try:
        with transaction("payment"):
            print({"iban": "IT60"}["card"])
    except KeyError:
        print("pay later")
print("done")
