"""The candidate splits a feature into tasks, plans them for a team, defends the plan, and plans again when something happens."""

from sparring.kinds.plan.grader import PlanKind

KIND = PlanKind()
