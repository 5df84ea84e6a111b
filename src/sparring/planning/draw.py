"""A plan as others can use it: Mermaid for a wiki, SVG for a slide, iCalendar for everybody's calendar."""

from datetime import UTC, datetime, timedelta
from html import escape

from sparring.planning.axis import Axis
from sparring.planning.model import Project
from sparring.planning.placing import Bars, last

ROW, WIDTH, LEFT = 26, 960, 220
COLOURS = {"build": "#0b5d4b", "test": "#7a2f9c", "review": "#86510a", "release": "#a8321f", "document": "#5d626d", "risk": "#1b1d22"}


def mermaid(project: Project, axis: Axis, found: Bars) -> str:
    """A Gantt chart in Mermaid's language, one section a person. Whole days: Mermaid knows no working hours."""
    lines = ["gantt", f"    title {_line(project.title)}", "    dateFormat YYYY-MM-DD", "    excludes weekends"]
    for person in project.team:
        own = sorted((bar for bar in found.values() if bar.person == person.id), key=lambda bar: bar.begin)
        if own:
            lines.append(f"    section {_line(person.name)}")
        for bar in own:
            task = project.by_id[bar.task]
            mark = "milestone, " if not bar.hours else "crit, " if task.kind == "release" else ""
            after = axis.last_date(bar.end) + timedelta(days=1)
            lines.append(f"    {_line(task.title)} :{mark}{_id(bar.task)}, {axis.date_of(bar.begin)}, {after}")
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    """A text without the signs by which Mermaid parts its fields."""
    return " ".join(text.replace(":", " ").replace(";", " ").replace("#", " ").split()) or "-"


def _id(name: str) -> str:
    return "t_" + "".join(char if char.isascii() and char.isalnum() else "_" for char in name)


def svg(project: Project, axis: Axis, found: Bars) -> str:
    """The Gantt chart as a picture that stands alone; a row a task, in order of their beginnings."""
    end = max(last(found), axis.per_day)
    step = (WIDTH - LEFT - 10) / end
    height = ROW * (len(found) + 2)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(project.title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    days = -(-end // axis.per_day)
    for day in range(0, days, max(1, days // 12)):
        x = LEFT + day * axis.per_day * step
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{ROW}" y2="{height}" stroke="#e3e0d8"/>')
        parts.append(f'<text x="{x:.1f}" y="{ROW - 8}" fill="#5d626d">{axis.dates[day].strftime("%d/%m")}</text>')
    for row, bar in enumerate(sorted(found.values(), key=lambda bar: (bar.begin, bar.end, bar.task)), 1):
        task, y = project.by_id[bar.task], row * ROW
        x, width = LEFT + bar.begin * step, max((bar.end - bar.begin) * step, 3)
        parts.append(f'<text x="8" y="{y + 17}" fill="#1b1d22">{escape(task.title[:32])}</text>')
        parts.append(f'<rect x="{x:.1f}" y="{y + 4}" width="{width:.1f}" height="{ROW - 8}" rx="3" fill="{COLOURS[task.kind]}"/>')
        name = escape(project.people[bar.person].name)
        inside = width > 8 * len(name)
        place = f'x="{x + 6:.1f}" fill="#ffffff"' if inside else f'x="{min(x + width + 4, WIDTH - 60):.1f}" fill="#5d626d"'
        parts.append(f'<text {place} y="{y + 17}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def calendar(project: Project, axis: Axis, found: Bars, now: datetime) -> str:
    """One all-day event a task (RFC 5545); `now` is the moment of writing."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sparring//plan//EN", "CALSCALE:GREGORIAN"]
    for bar in sorted(found.values(), key=lambda bar: (bar.begin, bar.task)):
        task, person = project.by_id[bar.task], project.people[bar.person]
        after = axis.last_date(bar.end) + timedelta(days=1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_id(bar.task)}-{project.start:%Y%m%d}@sparring",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{axis.date_of(bar.begin):%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{_escaped(f'{task.title} ({person.name})')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes; a longer one goes on in the next, after a blank."""
    parts: list[str] = []
    current = ""
    for char in line:
        if len((current + char).encode()) > (75 if not parts else 74):
            parts.append(current)
            current = ""
        current += char
    return "\r\n ".join([*parts, current]) + "\r\n"
