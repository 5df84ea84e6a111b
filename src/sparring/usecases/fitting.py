"""Which interview fits a job advertisement: the one whose role and topics it speaks of."""

import re

from sparring.content.schema import InterviewPlan
from sparring.usecases.app import App

ROLES = {
    "backend": "backend back-end server api rest django flask fastapi web microservices postgresql sql orm sviluppatore developer",
    "ai": "ai ml machine learning deep data scientist llm model models modelli dati pandas numpy pytorch tensorflow scikit-learn rag",
}
"""Words that advertisements for a role use; a role that is not here is known by its own name."""
MOST = 3
"""How often a word counts at most, so that one that is said on every line does not decide alone."""


USUAL = "backend"
"""The role that decides between plans that fit alike."""


def preferred(app: App, advert: str) -> InterviewPlan | None:
    """The plan that the advertisement speaks of most, the usual role's first one where it speaks of none; None if there is no plan."""
    said = re.findall(r"[\w+#-]{2,}", advert.casefold())
    return max(app.library.plans.values(), key=lambda plan: (_fit(plan, said), plan.role == USUAL), default=None)


def _fit(plan: InterviewPlan, said: list[str]) -> int:
    sought = {*ROLES.get(plan.role, "").split(), plan.role.casefold(), plan.level}
    return sum(min(MOST, said.count(word)) for word in sought)
