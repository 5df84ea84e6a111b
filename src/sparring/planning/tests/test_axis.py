from dataclasses import replace
from datetime import date

from sparring.planning.axis import Axis
from sparring.planning.tests.sample import ANNA, BRUNO, FEATURE, person


def test_a_task_spans_the_night_and_the_weekend():
    axis = Axis(FEATURE)
    own = axis.own["bruno"]
    assert own.end(0, 4) == 4
    assert own.end(0, 6) == 8 + 2
    assert axis.dates[4:6] == (date(2026, 3, 6), date(2026, 3, 9))


def test_absences_part_time_and_last_days_are_holes():
    carla = person("carla", weekdays=frozenset({0, 2}), away=frozenset({date(2026, 3, 4)}))
    axis = Axis(replace(FEATURE, team=(ANNA, carla, replace(BRUNO, last=date(2026, 3, 3)))))
    assert list(axis.own["carla"].slots[7:9]) == [7, 5 * 8]
    assert list(axis.own["bruno"].slots) == [0, 1, 2, 3, 8, 9, 10, 11]


def test_days_as_people_count_them():
    axis = Axis(FEATURE)
    assert axis.slot(1) == 0
    assert axis.slot(2.5) == 12
    assert axis.day(12) == 2.5
    assert axis.end_of(date(2026, 3, 4)) == 24
    assert axis.end_of(date(2026, 3, 8)) == 40
    assert axis.last_date(24) == date(2026, 3, 4)
