from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

from sparring.planning.axis import Axis
from sparring.planning.draw import calendar, mermaid, svg
from sparring.planning.optimum import best
from sparring.planning.tests.sample import FEATURE, task

HOSTILE = replace(FEATURE, tasks=(task("a<b:c;#", 4), *FEATURE.tasks), title="</svg><script>: x")
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def drawn(project):
    axis = Axis(project)
    return project, axis, best(project, axis).bars


def test_mermaid_has_a_section_a_person_and_a_line_a_task():
    text = mermaid(*drawn(HOSTILE))
    assert text.startswith("gantt\n    title </svg><script> x\n")
    assert text.count(", 2026-03-0") == 2 * len(HOSTILE.tasks)
    assert "section Anna" in text


def test_svg_is_well_formed_whatever_the_titles_say():
    root = ElementTree.fromstring(svg(*drawn(HOSTILE)))  # noqa: S314 - our own text
    assert len([part for part in root if part.tag.endswith("rect")]) == 1 + len(HOSTILE.tasks)
    assert not [part for part in root.iter() if part.tag.endswith("script")]


def test_calendars_fold_long_lines_and_escape():
    project = replace(FEATURE, tasks=(replace(FEATURE.tasks[0], title="Perché, così; " * 12),))
    text = calendar(*drawn(project), NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "DTSTART;VALUE=DATE:20260302\r\n" in text
    assert "DTEND;VALUE=DATE:20260303\r\n" in text
    assert "Perché\\, così\\;" in text.replace("\r\n ", "")
