"""Reads git repositories: an audit with places, what to mend first, questions about this code, a CV's claims beside it."""

from sparring.portfolio.audit import Audit, audit, is_current, weight_of, worth
from sparring.portfolio.check import Weight
from sparring.portfolio.claims import check_claims
from sparring.portfolio.questions import Question
from sparring.portfolio.repository import Repository, open_repository

__all__ = ["Audit", "Question", "Repository", "Weight", "audit", "check_claims", "is_current", "open_repository", "weight_of", "worth"]
