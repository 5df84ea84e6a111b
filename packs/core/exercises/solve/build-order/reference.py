from collections import deque


def build_order(needs: dict[str, list[str]]) -> list[str]:
    """Kahn's algorithm: run what waits for nothing, then see who waits for less."""
    missing: dict[str, int] = {}
    waiting: dict[str, list[str]] = {}
    for step, wanted in needs.items():
        missing[step] = missing.get(step, 0) + len(set(wanted))
        for need in set(wanted):
            missing.setdefault(need, 0)
            waiting.setdefault(need, []).append(step)
    ready = deque(step for step, count in missing.items() if not count)
    order = []
    while ready:
        step = ready.popleft()
        order.append(step)
        for later in waiting.get(step, ()):
            missing[later] -= 1
            if not missing[later]:
                ready.append(later)
    if len(order) < len(missing):
        raise ValueError("some steps wait for each other in a circle")
    return order
