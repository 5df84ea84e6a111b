"""Are these tests any good? A suite runs on wrong versions of a module, and on right ones that are written differently. See README.md."""

from sparring.judge.mutants.decoys import decoys
from sparring.judge.mutants.generate import Mutant, difference, mutants
from sparring.judge.mutants.report import Failure, Judged, Report, Subject, Trouble
from sparring.judge.mutants.run import judge_suite
from sparring.judge.mutants.suite import Suite, read_suite
from sparring.judge.mutants.versions import OWN, Attended, attend_versions

__all__ = [
    "OWN",
    "Attended",
    "Failure",
    "Judged",
    "Mutant",
    "Report",
    "Subject",
    "Suite",
    "Trouble",
    "attend_versions",
    "decoys",
    "difference",
    "judge_suite",
    "mutants",
    "read_suite",
]
