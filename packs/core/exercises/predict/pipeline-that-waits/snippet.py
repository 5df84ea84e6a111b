def lines():
    for text in ["3", "4"]:
        yield text  # A


def numbers(source):
    for text in source:
        yield int(text)  # B
parts = numbers(lines())
total = 0  # C
for number in parts:
    total += number  # D
print(total)  # E
