def found(documents, questions):
    texts = [set(text.lower().split()) for _, text in documents]
    places = {}
    for at, words in enumerate(texts):
        for word in words:
            places.setdefault(word, []).append(at)
    answers = []
    for question in questions:
        words = set(question.lower().split())
        some = min((places.get(word, []) for word in words), key=len, default=range(len(documents)))
        answers.append([documents[at][0] for at in some if words <= texts[at]])
    return answers
