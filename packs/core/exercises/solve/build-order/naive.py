def build_order(needs: dict[str, list[str]]) -> list[str]:
    """Searches the whole list for a step that can run, again and again."""
    left = set(needs)
    for wanted in needs.values():
        left.update(wanted)
    order = []
    done = set()
    while left:
        for step in sorted(left):
            if all(need in done for need in needs.get(step, [])):
                break
        else:
            raise ValueError("some steps wait for each other in a circle")
        left.remove(step)
        done.add(step)
        order.append(step)
    return order
