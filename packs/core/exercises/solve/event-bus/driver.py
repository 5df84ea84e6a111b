def drive(listeners):
    """Many subscribe, one event is told, the latest leave first."""
    bus = EventBus()
    heard = []
    ends = [bus.subscribe("order", heard.append) for _ in range(listeners)]
    told = bus.publish("order", 1)
    for end in reversed(ends):
        end()
    return told, bus.publish("order", 2), len(heard)
