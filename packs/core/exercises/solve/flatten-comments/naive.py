def flatten(comments: list[dict]):
    """Puts the replies in front of a queue that is a list."""
    waiting = [(0, comment) for comment in comments]
    while waiting:
        depth, comment = waiting[0]
        yield depth, comment["text"]
        waiting = [(depth + 1, reply) for reply in comment.get("replies", ())] + waiting[1:]
