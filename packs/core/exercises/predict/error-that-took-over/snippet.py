def pay(accounts, name, amount):
    try:
        accounts[name] -= amount
    except KeyError:
        raise ValueError("no such account")
    finally:
        accounts["log"].append(name)


pay({"ada": 10}, "bob", 3)
