def attempt(job, log):
    tries = 1
    try:
        log.append("start")
        job()
        return tries, log
    except ValueError:
        tries += 1
        return tries, log
    finally:
        tries = 0  # ready for the next job
        log.append("closed")


print(attempt(lambda: None, []))
print(attempt(lambda: int("12a"), ["retry"]))
audit = []
try:
    attempt(lambda: {}["id"], audit)
except KeyError as error:
    print("failed on", error, audit)
