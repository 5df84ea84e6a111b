from collections import deque


def flatten(comments):
    waiting = deque((0, comment) for comment in comments)
    while waiting:
        depth, comment = waiting.popleft()
        yield depth, comment["text"]
        waiting.extend((depth + 1, reply) for reply in comment.get("replies", []))
