def flatten(comments):
    stack = [iter(comments)]
    while stack:
        for comment in stack[-1]:
            yield len(stack) - 1, comment["text"]
            stack.append(iter(comment.get("replies", ())))
            break
        else:
            stack.pop()
