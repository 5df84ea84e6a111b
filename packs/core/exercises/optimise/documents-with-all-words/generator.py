def generate(n, random):
    """n short documents and as many questions, each about two words that few documents have."""
    documents = [(number, " ".join(f"Word{random.randrange(n)}" for _ in range(12))) for number in range(n)]
    questions = []
    for _ in range(n):
        words = random.choice(documents)[1].split() if n else ["word"]
        questions.append(" ".join(random.sample(words, 2)) if random.random() < 0.8 else f"word{random.randrange(n)} word0")
    return documents, questions
