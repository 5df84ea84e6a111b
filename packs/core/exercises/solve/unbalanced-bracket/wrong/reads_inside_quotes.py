def unbalanced_at(text):
    closes = {")": "(", "]": "[", "}": "{"}
    stack = []
    for position, char in enumerate(text):
        if char in closes.values():
            stack.append((char, position))
        elif char in closes:
            if not stack or stack.pop()[0] != closes[char]:
                return position
    return stack[-1][1] if stack else None
