def unbalanced_at(text):
    open_at = {"(": [], "[": [], "{": []}
    closes = {")": "(", "]": "[", "}": "{"}
    quoted = False
    for position, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif not quoted and char in open_at:
            open_at[char].append(position)
        elif not quoted and char in closes:
            if not open_at[closes[char]]:
                return position
            open_at[closes[char]].pop()
    left = [positions[-1] for positions in open_at.values() if positions]
    return max(left) if left else None
