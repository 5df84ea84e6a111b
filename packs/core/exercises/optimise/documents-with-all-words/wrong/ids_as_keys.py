def found(documents, questions):
    texts = {name: set(text.lower().split()) for name, text in documents}
    places = {}
    for name, words in texts.items():
        for word in words:
            places.setdefault(word, set()).add(name)
    answers = []
    for question in questions:
        sets = [places.get(word, set()) for word in question.lower().split()]
        hits = set.intersection(*sets) if sets else set(texts)
        answers.append([name for name in texts if name in hits] if len(hits) > 1 else list(hits))
    return answers
