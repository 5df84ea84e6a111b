"""A change as a reviewer sees it: the lines of each file that were added, removed or stand around, with the numbers that they have afterwards."""

import difflib
from collections.abc import Iterator, Mapping

from sparring.core.text import Text

AROUND = 3
"""How many unchanged lines are shown before and after a change."""
CHANGED, NEW, GONE = Text("changed", "modificato"), Text("new", "nuovo"), Text("removed", "rimosso")


def shown(before: Mapping[str, str], after: Mapping[str, str], language: str) -> str:
    """The change in Markdown, file by file; a line begins with `+`, `-` or a space, then its number after the change. The fence names the file: a line can be pointed at."""
    parts = []
    for name in sorted({*before, *after}):
        old, new = before.get(name, ""), after.get(name, "")
        if old == new:
            continue
        how = NEW if name not in before else GONE if name not in after else CHANGED
        lines = "\n".join(_lines(old.splitlines(), new.splitlines()))
        parts.append(f"**{name}** ({how.to('it' if language == 'it' else 'en')})\n\n```diff {name}\n{lines}\n```")
    return "\n\n".join(parts)


def _lines(old: list[str], new: list[str]) -> Iterator[str]:
    width = len(str(len(new) + 1))
    for number, group in enumerate(difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND)):
        if number:
            yield f"  {'⋮':>{width}}"
        for tag, i1, i2, j1, j2 in group:
            if tag in ("replace", "delete"):
                yield from (f"- {'':>{width}}  {line}".rstrip() for line in old[i1:i2])
            if tag in ("replace", "insert", "equal"):
                sign = " " if tag == "equal" else "+"
                yield from (f"{sign} {at + 1:>{width}}  {new[at]}".rstrip() for at in range(j1, j2))


def visible(before: str, after: str) -> set[int]:
    """The numbers, after the change, of the lines that a reviewer is shown."""
    opcodes = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_grouped_opcodes(AROUND)
    return {at + 1 for group in opcodes for _, _, _, j1, j2 in group for at in range(j1, j2)}
