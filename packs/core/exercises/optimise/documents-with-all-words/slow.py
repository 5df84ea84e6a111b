def found(documents, questions):
    """For each question the ids of the documents that contain all its words, in their order. A document is (id, text)."""
    answers = []
    for question in questions:
        ids = []
        for name, text in documents:
            words = text.lower().split()
            if all(word in words for word in question.lower().split()):
                ids.append(name)
        answers.append(ids)
    return answers
