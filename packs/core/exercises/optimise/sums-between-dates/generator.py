def generate(n, random):
    """n days and n questions, most of them over half a year."""
    values = [random.randrange(-50, 1000) for _ in range(n)]
    questions = []
    for _ in range(n):
        first, last = random.randrange(n), random.randrange(n)
        questions.append((min(first, last), max(first, last)) if random.random() < 0.9 else (max(first, last), min(first, last) - 1))
    return values, [question for question in questions if question[1] >= 0]
