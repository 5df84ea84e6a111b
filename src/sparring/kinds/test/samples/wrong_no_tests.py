from fares import fare

assert fare(6) == 2
