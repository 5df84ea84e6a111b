"""A backlog's figures in sentences: what one can tell in an interview, each with its number."""

from sparring.core.text import Message
from sparring.planning.trackers.story import Story

FEW = 7
"""Items below which no one in seven stands out: 85 of 100 would be all of them."""


def _lead(count: int, median: float, high: float) -> Message:
    if count == 1:
        return Message("plans.story-lead-one", {"days": median})
    return Message("plans.story-lead-few" if count < FEW else "plans.story-lead", {"items": count, "median": median, "high": high})


def told_story(found: Story) -> list[Message]:
    """The sentences that the figures support, and no other."""
    said = [Message("plans.story-items", {"count": found.items, "done": found.done, "children": found.children})]
    said.append(Message("plans.story-people", {"count": len(found.people), "unassigned": found.unassigned, "shared": found.shared}))
    said += [Message("plans.story-person", {"person": name, "items": items, "done": done}) for name, items, done in found.people[:8]]
    if found.statuses:
        said.append(Message("plans.story-statuses", {"statuses": ", ".join(f"{name} {count}" for name, count in found.statuses[:10])}))
    said.append(Message("plans.story-estimated", {"estimated": found.estimated, "items": found.items}))
    if found.lead_median is not None and found.lead_high is not None:
        said.append(_lead(found.leads, found.lead_median, found.lead_high))
    if found.spent_by_estimate is not None:
        said.append(Message("plans.story-spent", {"percent": round(found.spent_by_estimate * 100)}))
    said.append(Message("plans.story-late", {"late": len(found.late), "dated": found.dated}))
    said += [Message("plans.story-late-one", {"key": key, "title": title, "days": days}) for key, title, days in found.late[:5]]
    said += [
        Message(
            "plans.story-wait", {"item": one.item, "other": one.other, "who": one.who or "—", "whom": one.whom or "—", "days": one.days}
        )
        for one in found.waits[:5]
    ]
    said += [Message("plans.story-stay", {"status": status, "days": days}) for status, days in found.stays]
    return said
