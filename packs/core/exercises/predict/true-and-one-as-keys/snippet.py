import json

answers = [("subscribed", True), ("children", 1), ("discount", 1.0), ("city", "1")]

by_value = {}
for field, value in answers:
    by_value[value] = field

print(by_value)
print(len({value for _, value in answers}))
print(by_value.get(1), by_value.get("1"))
by_value[0] = "age"
print(by_value.pop(False, "missing"))
print(json.dumps(by_value))
