"""Every check, in the order in which a visitor would notice. One file a subject: what it looks for, and WEIGHTS by the finding's name."""

from sparring.portfolio.check import Look, Weight
from sparring.portfolio.checks import (
    automation,
    code,
    extent,
    fresh,
    guides,
    history,
    hygiene,
    notebooks,
    packaging,
    readme,
    secrets,
    tests,
    vulnerabilities,
)

_SUBJECTS = (readme, tests, fresh, automation, code, packaging, vulnerabilities, guides, secrets, history, hygiene, notebooks, extent)
LOOKS: tuple[Look, ...] = tuple(look for subject in _SUBJECTS for look in subject.LOOKS)
WEIGHTS: dict[str, Weight] = {name: weight for subject in _SUBJECTS for name, weight in subject.WEIGHTS.items()}
