"""The candidate explains something in writing; what they spoke of is marked in their own words.

Who decides what, in the order in which it is decided (README.md says why):

    what comes in                              decides                                        what goes out
    words                  language/readable   whether it is an answer at all                 a reason why not, or None
    words, points          language/points     *heard*: whose words stand where,              `Found` by point, some denied
                                               affirmed or under a negation
    words, misconceptions  language/points     *claimed*: a known misconception, sure         `Found` by misconception
    the points found       claims.py           *contrary*: a point's own clause takes         the same `Found`, denied
                                               the other side of a pair of contraries
    the sentences          bound.py           *bound*: what goes with what, rightly or the   `Bindings`: points turned
                                               other way round (pairs of opposed terms)       round are doubted
    all of it              belief.py           *believed*: whether the whole text means       a chance; below `MEANT` every point
                                               its points or turns everything round           is doubted, below `SURE` none pass alone
    the words              depth.py            *moved*: by how much the score goes up or      `Figures`
                                               down beside the points; accuses nobody
    the sentences          near.py             *near*: where vectors put a point; shown,      `Near`, never counted
                                               to be confirmed
    all of the above       hearing.py          what it comes to together                      `Heard`
    `Heard`                grader.py           outcome, findings, sentence                    `Verdict`
    lines                  demo.py, lines.py   what a demonstration shows                     a finding with a level

A point can be denied in two places only: under a negation (`language/points.py`) and by a contrary (`claims.py`, told as "turned round"). `belief.py` and `depth.py`
weigh contraries of the whole text too, for doubt and for the score; neither denies a point.
"""

from sparring.kinds.explain.grader import Explain

KIND = Explain()
