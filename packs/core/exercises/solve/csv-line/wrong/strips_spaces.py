import csv


def split_line(line):
    if line.count('"') % 2 or not line:
        if line:
            raise ValueError("never closed")
        return [""]
    try:
        return [field.strip() for field in next(csv.reader([line], strict=True))]
    except csv.Error as error:
        raise ValueError(line) from error
