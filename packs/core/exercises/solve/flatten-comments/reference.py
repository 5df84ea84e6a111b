def flatten(comments: list[dict]):
    """A stack of what is still to be shown, the next one on top."""
    stack = [(0, comment) for comment in reversed(comments)]
    while stack:
        depth, comment = stack.pop()
        yield depth, comment["text"]
        stack.extend((depth + 1, reply) for reply in reversed(comment.get("replies", ())))
