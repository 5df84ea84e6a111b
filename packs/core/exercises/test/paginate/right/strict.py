from itertools import islice


class NoSuchPage(LookupError):
    pass


class BadSize(ValueError):
    pass


def page(items, number, size):
    if size <= 0:
        raise BadSize("a page holds at least one item")
    pages, rest = divmod(len(items), size)
    pages += bool(rest) or not items
    if number not in range(1, pages + 1):
        raise NoSuchPage(number)
    found = list(islice(items, (number - 1) * size, number * size))
    near = [n if 1 <= n <= pages else None for n in (number - 1, number + 1)]
    return {"items": found, "number": number, "pages": pages, "previous": near[0], "next": near[1]}
