def split_line(line: str) -> list[str]:
    fields: list[str] = []
    field: list[str] = []
    state = "start"
    for char in line:
        if state == "quoted":
            if char == '"':
                state = "closed"
            else:
                field.append(char)
        elif char == ",":
            fields.append("".join(field))
            field, state = [], "start"
        elif char == '"' and state == "start":
            state = "quoted"
        elif char == '"' and state == "closed":
            field.append(char)
            state = "quoted"
        elif state == "closed" or char == '"':
            raise ValueError("a quote in the middle of a field, or text after a closing one")
        else:
            field.append(char)
            state = "plain"
    if state == "quoted":
        raise ValueError("a quote is never closed")
    return [*fields, "".join(field)]
