def counter():
    count = 0

    def more():
        nonlocal count
        count += 1
        return count

    return more


tick = counter()
other = counter()
tick()
print(tick(), other())
