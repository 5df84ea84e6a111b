"""What is known, how well, until when: memory of cards (FSRS), mastery of topics, what to study until a day.

Theory of operation. A day is a calendar day where the learner lives; memory is counted in days between them, so that neither the hour of a
session nor a clock change nor a journey moves anything (`memory`). `curve` is the same model as plain arithmetic, for planning over many
cards; a test holds it to py-fsrs. `policy` says what a minute is worth; `course` plays the days until the interview with it; `trial` lets
simulated learners with memories of their own study by it and by its rivals. Pure: time and chance come in.
"""
