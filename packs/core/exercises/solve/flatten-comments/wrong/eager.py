def flatten(comments):
    lines = []
    stack = [(0, comment) for comment in reversed(comments)]
    while stack:
        depth, comment = stack.pop()
        lines.append((depth, comment["text"]))
        stack.extend((depth + 1, reply) for reply in reversed(comment.get("replies", [])))
    return iter(lines)
