def drop_expired(sessions, now):
    """Take the sessions that ended before `now` out of the list. A session is (user, ends_at). Returns how many were taken out."""
    before = len(sessions)
    sessions[:] = [session for session in sessions if session[1] >= now]
    return before - len(sessions)
