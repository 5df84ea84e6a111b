import threading

done = []


def work(number):
    if number == 2:
        raise ValueError("no stock")
    done.append(number)


threading.excepthook = lambda failed: print("hook:", failed.exc_type.__name__)
for number in (1, 2, 3):
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    thread.join()
print(done, thread.is_alive())
