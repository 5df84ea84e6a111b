def split_line(line):
    return [field.strip('"') for field in line.split(",")]
