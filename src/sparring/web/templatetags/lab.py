"""What only the lab's templates need."""

from django import template

from sparring.judge.trace import Name, Step, Thing
from sparring.judge.trace.telling import called, label

register = template.Library()


@register.filter
def add_up(value: float, other: float) -> float:
    """The sum of two places in a picture."""
    return value + other


@register.filter
def stands_for(name: Name, step: Step) -> str:
    """What a name stands for."""
    return label(dict(step.things), name.to)


@register.filter
def thing_name(thing: Thing) -> str:
    """How an object is called, with its number."""
    return called(thing) if f"#{thing.serial}" in called(thing) else f"{called(thing)} #{thing.serial}"


@register.filter
def parts_of(thing: Thing, step: Step) -> str:
    """An object's parts in one line."""
    things = dict(step.things)
    found = []
    for item in thing.items:
        name = label(things, item.key) if item.key else item.label
        found.append(f"{name}: {label(things, item.to)}" if name else label(things, item.to))
    return ", ".join([thing.text] * bool(thing.text and thing.kind != "function") + found + [f"… +{thing.more}"] * bool(thing.more)) or "–"


@register.filter
def hexadecimal(address: int) -> str:
    """An address as Python's own `repr` writes it."""
    return hex(address)
