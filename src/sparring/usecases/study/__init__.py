"""Studying until the day: the session of today, the plan, cards of one's own, applications, placement, what was achieved."""
