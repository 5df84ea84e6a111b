def drop_expired(sessions, now):
    before = len(sessions)
    for _ in range(2):
        for session in sessions:
            _, ends_at = session
            if ends_at < now:
                sessions.remove(session)
    return before - len(sessions)
