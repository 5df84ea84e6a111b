def drop_expired(sessions, now):
    """Take the sessions that ended before `now` out of the list. A session is (user, ends_at). Returns how many were taken out."""
    before = len(sessions)
    for session in sessions:
        _, ends_at = session
        if ends_at < now:
            sessions.remove(session)
    return before - len(sessions)
