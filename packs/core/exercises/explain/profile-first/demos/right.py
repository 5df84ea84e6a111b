import cProfile, pstats

def hottest(function):
    profile = cProfile.Profile()
    profile.runcall(function)
    calls = {name: row[1] for (_, _, name), row in pstats.Stats(profile).stats.items()}
    return max(calls, key=calls.get)
