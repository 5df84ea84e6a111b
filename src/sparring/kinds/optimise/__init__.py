"""The candidate makes slow or hungry code fast or small; what it costs is counted beside the original and a good solution, on fresh inputs."""

from sparring.kinds.optimise.grader import Optimise

KIND = Optimise()
