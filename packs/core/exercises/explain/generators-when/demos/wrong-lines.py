def errors(lines):
    return (line for line in lines)
