"""big-O's verdict on a labelled function. Runs in the peers' environment."""

import big_o
from labelled import Question, answer

NAMES = {
    "Constant": "1",
    "Logarithmic": "log n",
    "Linear": "n",
    "Linearithmic": "n log n",
    "Quadratic": "n^2",
    "Cubic": "n^3",
    "Exponential": "2^n",
}
question = Question()
sizes = question.sizes
best, _ = big_o.big_o(question.call, question.arguments, min_n=sizes[0], max_n=sizes[-1], n_measures=len(sizes), n_repeats=1, n_timings=3)
answer(NAMES.get(type(best).__name__, "undecided"))
