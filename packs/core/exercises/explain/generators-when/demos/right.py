def errors(lines):
    for line in lines:
        if "ERROR" in line:
            yield line
