def found(documents, questions):
    places = {}
    for at, (_, text) in enumerate(documents):
        for word in set(text.lower().split()):
            places.setdefault(word, set()).add(at)
    answers = []
    for question in questions:
        words = question.lower().split()
        hits = set().union(*(places.get(word, set()) for word in words)) if words else range(len(documents))
        answers.append([documents[at][0] for at in sorted(hits)])
    return answers
