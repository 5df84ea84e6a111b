"""dsabench's verdict on a labelled function. Runs in the peers' environment."""

from labelled import Question, answer

from bench import estimate_complexity

NAMES = {"O(1)": "1", "O(log n)": "log n", "O(n)": "n", "O(n log n)": "n log n", "O(n²)": "n^2", "O(n³)": "n^3"}
EXPONENTIAL = ("O(2ⁿ)", "O(3ⁿ)", "O(eⁿ)", "O(n!)")
question = Question()


def call(*arguments: object) -> None:
    """The function as the tool wants it."""
    question.call(arguments)


found = estimate_complexity(call, question.sizes, args_for=question.arguments, quiet=True).best.label
answer("2^n" if found in EXPONENTIAL else NAMES.get(found, "undecided"))
