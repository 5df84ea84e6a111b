def split_line(line):
    fields, field, inside, place = [], [], False, 0
    while place < len(line):
        letter = line[place]
        if inside and letter == '"' and line[place + 1 : place + 2] == '"':
            field.append('"')
            place += 1
        elif letter == '"':
            inside = not inside
        elif letter == "," and not inside:
            fields.append("".join(field))
            field = []
        else:
            field.append(letter)
        place += 1
    fields.append("".join(field))
    return fields
