"""The pages of study: the session, the plan, cards, applications, the advertisement, placement, progress."""
