def drop_expired(sessions, now):
    before = len(sessions)
    sessions = [session for session in sessions if session[1] >= now]
    return before - len(sessions)
