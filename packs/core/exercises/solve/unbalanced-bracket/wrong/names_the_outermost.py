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
            stack.append((char, position))
        elif char in closes:
            if not stack or stack.pop()[0] != closes[char]:
                return position
    return stack[0][1] if stack else None
