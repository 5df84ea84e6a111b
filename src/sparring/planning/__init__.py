"""Work plans: who does what, in which order, until when, and how sure that is.

Theory of operation. Time is counted in *slots*: whole working hours of the team's day (`axis.py`), so weekends do not exist and absences are holes. A person's own
hours form a second, gapless axis; a task of n hours on somebody is n neighbouring hours of that person, which may span a night, a weekend or a holiday of the
calendar, but never another task. Links (finish-to-start and the three others, with lags) are compared in slots.
"""
