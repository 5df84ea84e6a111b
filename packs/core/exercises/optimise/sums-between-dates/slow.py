def sums(values, questions):
    """For each (first, last) the sum of the values from first to last, both included."""
    answers = []
    for first, last in questions:
        total = 0
        for day in range(first, last + 1):
            total += values[day]
        answers.append(total)
    return answers
