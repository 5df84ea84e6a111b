"""Whether something can be kept in a folder, found out by keeping something there."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.core.text import Message

TRIED = 64 << 10
"""As many bytes are written to find out: on a full disk an empty file can still be made."""
LITTLE = 100 << 20
"""Less free space than that is said: the compiled engine and a few weeks of attempts need it."""


@dataclass(frozen=True, slots=True)
class Storage:
    """A folder: `free` bytes of its disk, None where nobody tells; `trouble`: what keeps it from being used, and what to do."""

    path: Path
    free: int | None
    trouble: Message | None

    @property
    def writable(self) -> bool:
        """Whether something could be written."""
        return self.trouble is None or self.trouble.id == "doctor.little-space"

    def data(self) -> dict[str, Any]:
        """The stable JSON shape."""
        return {"writable": self.writable, "free_bytes": self.free}


def storage(folder: Path) -> Storage:
    """What the folder allows, or where it is not there yet the nearest one above; nothing is left behind, and nothing raised."""
    free = None
    try:
        existing = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
        free = shutil.disk_usage(existing).free
        with tempfile.TemporaryFile(dir=existing, prefix=".tried-") as file:
            file.write(bytes(TRIED))
            file.flush()
    except OSError as error:
        why = error.strerror or str(error)
        return Storage(folder, free, Message("doctor.not-writable", {"path": str(folder), "why": why}))
    if free < LITTLE:
        return Storage(folder, free, Message("doctor.little-space", {"path": str(folder), "megabytes": free >> 20}))
    return Storage(folder, free, None)
