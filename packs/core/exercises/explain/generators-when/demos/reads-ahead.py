def errors(lines):
    yield from [line for line in lines if 'ERROR' in line]
