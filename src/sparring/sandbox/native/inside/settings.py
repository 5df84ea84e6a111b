"""What a zygote is told when it starts, as JSON on its command line."""

import json
from dataclasses import asdict, dataclass
from typing import Any

SCRATCH_UID = 1000


@dataclass(frozen=True, slots=True)
class Settings:
    """How candidates are confined.

    `uid`: whom to become before anything else when started by root, None otherwise; `scratch`: the folder that candidates may write, on a tmpfs of
    its own of `scratch_bytes` and `scratch_inodes`; `read`: what they may read, `listed`: folders of which they may read the list only;
    `devices` may be read and written; `preload`: modules to import before the first fork; `filter`: the seccomp blob's file or None; `landlock`: use it.
    """

    uid: int | None
    scratch: str
    scratch_bytes: int
    scratch_inodes: int
    read: tuple[str, ...]
    listed: tuple[str, ...]
    devices: tuple[str, ...]
    preload: tuple[str, ...]
    filter: str | None
    landlock: bool

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))

    def rules(self) -> list[tuple[str, int]]:
        """The Landlock rules. The scratch's parent carries its rule: what is mounted below a place is under that place's rule."""
        from sparring.sandbox.native.inside import kernel

        rules = [(path, kernel.READ) for path in self.read] + [(path, kernel.READ_DIR) for path in self.listed]
        rules += [(path, kernel.DEVICE) for path in self.devices]
        return [*rules, (self.scratch.rpartition("/")[0], kernel.SCRATCH)]


def settings_of(text: str) -> Settings:
    """Out of JSON."""
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items()}
    return Settings(**given)
