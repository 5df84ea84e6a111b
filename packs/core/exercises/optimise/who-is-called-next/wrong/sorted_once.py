def calls(events):
    waiting = sorted((event[1], number, event[2]) for number, event in enumerate(events) if event[0] == "in")
    waiting.reverse()
    return [waiting.pop()[2] if waiting else None for event in events if event[0] == "next"]
