def pick():
    for number in (1, 2):
        try:
            continue
        finally:
            print("step", number)
    try:
        return "try"
    finally:
        print("leaving")


print(pick())
