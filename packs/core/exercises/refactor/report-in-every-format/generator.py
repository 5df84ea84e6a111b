def generate(n, random):
    """Up to n rows, names with the characters that each form minds, in any form, a few times in an unknown one."""
    names = ["tea", "cup; large", 'the "best"', "a|b", "back\\slash", "", "Tea", " tea "]
    rows = [(random.choice(names), random.randrange(9), random.randrange(5000)) for _ in range(random.randrange(min(n, 8) + 1))]
    return rows, random.choice(["csv", "csv", "jsonl", "jsonl", "markdown", "markdown", "xml", "CSV", " jsonl", ""])
