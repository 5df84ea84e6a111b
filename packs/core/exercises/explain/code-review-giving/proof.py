"""A change that reads well, passes its own test and the linter, and is wrong in what a reviewer should look for."""

import ast

ORDERS = {1: {"owner": "ada", "items": [10, 20]}, 2: {"owner": "bea", "items": []}}
CHANGE = '''
def average_price(order_id, user):
    """Return the average price of the items of an order."""
    items = ORDERS[order_id]["items"]
    return sum(items) / len(items)
'''
space = {"ORDERS": ORDERS}
exec(CHANGE, space)
average_price = space["average_price"]

# The author's test is green, and the style is fine.
assert average_price(1, "ada") == 15
function = ast.parse(CHANGE).body[0]
assert ast.get_docstring(function) and max(map(len, CHANGE.splitlines())) < 80

# What the reviewer asks: the empty case ...
try:
    average_price(2, "bea")
except ZeroDivisionError:
    pass
else:
    raise AssertionError("the empty order breaks it")

# ... and the permission: anybody reads anybody's order, and the parameter `user` is not even used.
assert average_price(1, "bea") == 15
names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
assert "user" not in names
