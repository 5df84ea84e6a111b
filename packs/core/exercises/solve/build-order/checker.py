def check(expected, got, needs):
    """Any order in which each step comes after all its needs."""
    if type(got) is not list or not all(type(step) is str for step in got):
        return "the result is a list of step names", "il risultato è una lista di nomi di passi"
    steps = set(needs)
    for wanted in needs.values():
        steps.update(wanted)
    if len(got) != len(set(got)):
        return "a step stands in it twice", "un passo compare due volte"
    for step in sorted(steps):
        if step not in got:
            return f"the step {step} is missing", f"manca il passo {step}"
    for step in got:
        if step not in steps:
            return f"there is no step {step}", f"non c'è nessun passo {step}"
    place = {step: number for number, step in enumerate(got)}
    for step, wanted in needs.items():
        for need in wanted:
            if place[need] >= place[step]:
                return f"{step} runs before {need}, which it needs", f"{step} viene prima di {need}, che gli serve"
    return None
