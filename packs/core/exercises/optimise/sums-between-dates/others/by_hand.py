def sums(values, questions):
    until = [0]
    for value in values:
        until.append(until[-1] + value)
    answers = []
    for first, last in questions:
        answers.append(until[last + 1] - until[first] if first <= last else 0)
    return answers
