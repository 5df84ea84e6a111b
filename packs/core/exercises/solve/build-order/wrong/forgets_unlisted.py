def build_order(needs):
    order = []
    state = {}

    def visit(step):
        if state.get(step) == "done":
            return
        if state.get(step) == "open":
            raise ValueError("circle")
        state[step] = "open"
        for need in needs[step]:
            visit(need)
        state[step] = "done"
        order.append(step)

    for step in needs:
        visit(step)
    return order
