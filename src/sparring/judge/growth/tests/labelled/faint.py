"""Functions of degree 2 with a logarithm that is faint, because most of the cost is elsewhere, or comes late; and such as only bend where one with a logarithm would."""

# ruff: noqa: C4, PERF - slow code is what these are for

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("n^2 log n", inputs.square)
def rows_by_distance(rows: list[list[int]]) -> list[list[int]]:
    return [sorted(row, key=lambda item: abs(item * 31 % 97 - 50)) for row in rows]


@labelled("n^2 log n", inputs.two_squares)
def merged_rows_in_order(left: list[list[int]], right: list[list[int]]) -> int:
    total = 0
    for one, other in zip(left, right, strict=True):
        total += sorted(a * 1009 + b for a, b in zip(one, other, strict=True))[0]
    return total


@labelled("n^2 log n", inputs.square)
def medians_of_rows(rows: list[list[int]]) -> list[int]:
    medians = []
    for number, row in enumerate(rows):
        shaken = [item * 7919 + number * column for column, item in enumerate(row)]
        shaken.sort()
        medians.append(shaken[len(shaken) // 2])
    return medians


@labelled("n^2 log n", inputs.distinct)
def sums_in_order(items: list[int]) -> int:
    return sorted(a + 3 * b for a in items for b in items)[-1]


@labelled("n^2 log n", inputs.points)
def pairs_by_distance(points: list[tuple[int, int]]) -> tuple[int, int, int]:
    pairs = [((ax - bx) ** 2 + (ay - by) ** 2, i, j) for i, (ax, ay) in enumerate(points) for j, (bx, by) in enumerate(points)]
    pairs.sort()
    return pairs[len(pairs) // 2]


@labelled("n^2 log n", inputs.distinct)
def products_in_order(items: list[int]) -> int:
    products = []
    for a in items:
        for b in items:
            products.append(a * b % 99_991)
    products.sort()
    return products[0]


@labelled("n^2 log n", inputs.number)
def even_factorial(n: int) -> int:
    result = 1
    for i in range(2, 2 * n + 1, 2):
        result *= i
    return result


@labelled("n^2 log n", inputs.number)
def rising_products(n: int) -> int:
    product = n
    for step in range(1, n):
        product = product * (n + step)
    return product.bit_length()


@labelled("n^2", inputs.square)
def rows_counted(rows: list[list[int]]) -> int:
    return max(len({item * 31 % 97 for item in row}) for row in rows)


@labelled("n^2", inputs.distinct)
def pairs_in_a_set(items: list[int]) -> int:
    return len({(a * b) % 1021 for a in items for b in items})


@labelled("n^2", inputs.number)
def powers_of_seven(n: int) -> int:
    result = 1
    for _ in range(n):
        result *= 7
    return result


@labelled("n^2", inputs.number)
def indices_multiplied(n: int) -> int:
    total = 0
    for i in range(n):
        for j in range(n):
            total = (total + i * j) % 65_521
    return total


@labelled("n^2", inputs.square)
def columns_added(rows: list[list[int]]) -> list[int]:
    return [sum(row[column] for row in rows) for column in range(len(rows))]
