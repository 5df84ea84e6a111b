def paid(orders):
    for number, amount, state in orders:
        if state == "paid":
            yield number, amount


orders = [(1, 20, "paid"), (2, 35, "open"), (3, 45, "paid")]
rows = paid(orders)

total = sum(amount for _, amount in rows)
orders.append((4, 10, "paid"))
count = len(list(rows))
print("total", total)
print("orders", count)
print("again", len(list(paid(orders))))
if rows:
    print("report is not empty")
