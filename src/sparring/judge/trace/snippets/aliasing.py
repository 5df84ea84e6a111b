stock = ["bolts", "nuts"]
order = stock
order.append("screws")
order = order + ["washers"]
print(stock)
print(order)
