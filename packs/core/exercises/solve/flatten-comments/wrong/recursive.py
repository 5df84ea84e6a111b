def flatten(comments, depth=0):
    for comment in comments:
        yield depth, comment["text"]
        yield from flatten(comment.get("replies", []), depth + 1)
