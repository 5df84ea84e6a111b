def fail():
    raise ExceptionGroup("all", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
caught = []
try:
    fail()
except* ValueError as group:
    caught.append(len(group.exceptions))
except* (TypeError, KeyError) as group:
    caught.append(str(group))
