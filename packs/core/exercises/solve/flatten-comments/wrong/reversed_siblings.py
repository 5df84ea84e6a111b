def flatten(comments):
    stack = [(0, comment) for comment in reversed(comments)]
    while stack:
        depth, comment = stack.pop()
        yield depth, comment["text"]
        stack.extend((depth + 1, reply) for reply in comment.get("replies", []))
