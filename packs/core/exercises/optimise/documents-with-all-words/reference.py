def found(documents, questions):
    """For each question the ids of the documents that contain all its words, in their order. A document is (id, text)."""
    places = {}
    for at, (_, text) in enumerate(documents):
        for word in set(text.lower().split()):
            places.setdefault(word, set()).add(at)
    answers = []
    for question in questions:
        sets = sorted((places.get(word, set()) for word in question.lower().split()), key=len)
        hits = sorted(set.intersection(*sets)) if sets else range(len(documents))
        answers.append([documents[at][0] for at in hits])
    return answers
