"""A profile in sentences and figures, for whatever surface shows it."""

from sparring.core.evidence import CostProfile, ProfiledFunction, ProfiledLine
from sparring.core.text import Message
from sparring.judge.profile.model import Profile


def evidence(profile: Profile, source: str) -> CostProfile:
    """The profile as evidence, with the text of its lines."""
    texts = source.splitlines()
    held = {line.line: line for line in profile.memory}
    lines = []
    for line in sorted({each.line for each in profile.lines if each.hits} | set(held)):
        cost = next((each for each in profile.lines if each.line == line), None)
        memory = held.get(line)
        text = texts[line - 1].rstrip()[:200] if 0 < line <= len(texts) else ""
        figures = (cost.hits, cost.own, cost.total) if cost else (0, 0, 0)
        lines.append(ProfiledLine(line, text, *figures, memory.bytes if memory else 0, memory.blocks if memory else 0))
    functions = tuple(
        ProfiledFunction(each.name, f"{each.file}:{each.line}" if each.file else "", each.calls, each.primitive, each.own, each.total)
        for each in profile.functions
    )
    return CostProfile(
        profile.unit, profile.size, profile.cost, round(profile.accounted, 4), tuple(lines), functions, profile.peak, profile.peak_line
    )


def profile_lines(profile: CostProfile) -> tuple[Message, ...]:
    """What is said above the tables."""
    told = [
        Message(f"profile.cost-{profile.unit}", {"size": profile.size, "cost": profile.cost}),
        Message("profile.accounted", {"share": profile.accounted}),
    ]
    if profile.peak:
        told.append(Message("profile.peak-at" if profile.peak_line else "profile.peak", {"bytes": profile.peak, "line": profile.peak_line}))
    return tuple(told)


def percent(own: int, cost: int) -> str:
    """A share of the whole, as cProfile's readers like it."""
    share = 100 * own / cost if cost else 0.0
    return f"{share:.0f} %" if share >= 10 or share < 0.05 else f"{share:.1f} %"
