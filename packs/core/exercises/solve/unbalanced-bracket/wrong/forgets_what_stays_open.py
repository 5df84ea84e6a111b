def unbalanced_at(text):
    closes = {")": "(", "]": "[", "}": "{"}
    stack = []
    quoted = False
    for position, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char in closes.values():
            stack.append(char)
        elif char in closes:
            if not stack or stack.pop() != closes[char]:
                return position
    return None
