"""Makes the inputs of a climb, cheap ones some sizes ahead: a new interpreter costs more than what small inputs take to make."""

from collections.abc import Sequence

from sparring.judge.growth.exact import Point
from sparring.judge.growth.ladder import PROBE, predicted
from sparring.judge.growth.subject import Inputs, Packed, Sample, Sizes, generate_packed
from sparring.sandbox.interface import Limits, Sandbox

AHEAD = 30_000_000
"""Instructions that all inputs made ahead of their turn may be predicted to take: about what another interpreter would."""

INPUT_BYTES = 64 << 20


class Maker:
    """The inputs by size. `made`: those that wait for their turn; `costs`: what each took, ascending, for predictions."""

    def __init__(self, sandbox: Sandbox, inputs: Inputs, memory_bytes: int) -> None:
        self._sandbox, self._inputs, self._memory_bytes = sandbox, inputs, memory_bytes
        self.made: dict[int, Packed | Sample] = {}
        self.costs: list[Point] = []

    def predicted(self, size: int) -> float:
        """The instructions that an input is yet to take."""
        return 0.0 if size in self.made else predicted(self.costs, size)

    def make(self, wanted: dict[int, Sizes], ahead: dict[int, Sizes], limit: int) -> int:
        """Make the `wanted` (size → the generator's sizes) and as many of those `ahead` (larger, ascending) as take little. `limit`: instructions of one.
        What it took.
        """
        missing = {n: sizes for n, sizes in wanted.items() if n not in self.made}
        if not missing:
            return 0
        missing |= {n: ahead[n] for n in self._cheap(missing, [n for n in ahead if n not in self.made])}
        limits = Limits(limit * len(missing), limit, self._memory_bytes, result_bytes=INPUT_BYTES)
        found = generate_packed(self._sandbox, self._inputs, list(missing.values()), limits)
        self.made |= {n: value for n, (value, _) in zip(missing, found, strict=True)}
        self.costs = sorted({**dict(self.costs), **{n: spent for n, (_, spent) in zip(missing, found, strict=True)}}.items())
        return sum(spent for _, spent in found)

    def _cheap(self, missing: dict[int, Sizes], ahead: Sequence[int]) -> list[int]:
        if max(missing) <= PROBE:
            return [n for n in ahead if n <= PROBE]  # such are few and small: see PROBE
        known, total = len(self.costs) >= 3, sum(map(self.predicted, missing))
        chosen: list[int] = []
        for n in ahead if known else ():
            total += self.predicted(n)
            if total > AHEAD:
                break
            chosen.append(n)
        return chosen
