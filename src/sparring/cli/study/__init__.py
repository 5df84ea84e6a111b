"""`sparring today` and `sparring study …`: the day's session, the plan to the interview, cards, applications, progress."""
