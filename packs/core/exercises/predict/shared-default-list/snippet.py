def problems(product, field, found=[]):
    if field not in product:
        found.append(f"{field} missing")
    return found


first = problems({"price": 3}, "name")
print(first)
second = problems({"name": "bolt"}, "price")
print(second)
print(problems({"name": "nut"}, "weight", []))
print(first)
