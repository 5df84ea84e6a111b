stock = [1, 8, 3, 9]
least = 5
large = (n for n in stock if n >= least)
least = 9
stock = [2, 7]
stock.append(9)
print(list(large), sum(large))
