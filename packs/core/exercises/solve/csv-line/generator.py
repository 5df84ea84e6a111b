def generate(n, random):
    """A long line: fields with commas and quotes in them, and plain ones."""
    fields = []
    for number in range(n // 4):
        fields.append(random.choice([f"plain{number}", f'"a, ""b"" {number}"', "", f'"{number} x, y"']))
    return (",".join(fields),)
