import cProfile, pstats

def hottest(function):
    profile = cProfile.Profile()
    profile.runcall(function)
    return function.__name__
