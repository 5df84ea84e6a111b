def generate(n, random):
    """Up to n steps at a till, a third of them taken back."""
    return ([step(random) for _ in range(min(n, 12))],)


def step(random):
    action = random.choice(["add", "add", "add", "remove", "discount", "undo", "undo", "undo", "pay", "ADD", " undo"] if random.random() < 0.3 else ["add", "add", "remove", "discount", "undo"])
    return action, random.choice(["tea", "cup", "pin", "Tea"]), random.choice([100, 250, 10, 20, 60]) if action != "discount" else random.choice([0, 10, 50, 51, -1])
