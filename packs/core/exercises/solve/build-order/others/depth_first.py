def build_order(needs):
    order, state = [], {}
    for first in needs:
        stack = [(first, iter(needs.get(first, ())))]
        if state.get(first):
            continue
        state[first] = "open"
        while stack:
            step, rest = stack[-1]
            for need in rest:
                if state.get(need) == "open":
                    raise ValueError("some steps wait for each other in a circle")
                if need not in state:
                    state[need] = "open"
                    stack.append((need, iter(needs.get(need, ()))))
                    break
            else:
                state[step] = "done"
                order.append(step)
                stack.pop()
    return order
