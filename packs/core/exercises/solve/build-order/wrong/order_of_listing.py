def build_order(needs):
    seen = []
    for step, wanted in needs.items():
        for name in [step, *wanted]:
            if name not in seen:
                seen.append(name)
    for step, wanted in needs.items():
        if any(step in needs.get(need, ()) for need in wanted):
            raise ValueError("circle")
    return seen
