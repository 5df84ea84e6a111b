"""Generators of inputs: each returns the tuple of arguments of size n. They are cut out and sent to the sandbox, so each stands alone."""

from random import Random
from typing import Any

Arguments = tuple[Any, ...]


def number(n: int, random: Random) -> Arguments:
    return (n,)


def numbers(n: int, random: Random) -> Arguments:
    return ([random.randrange(10 * n) for _ in range(n)],)


def in_order(n: int, random: Random) -> Arguments:
    return (list(range(n)),)


def backwards(n: int, random: Random) -> Arguments:
    return (list(range(n, 0, -1)),)


def distinct(n: int, random: Random) -> Arguments:
    return (random.sample(range(1000, 1000 + 3 * n), n),)


def sorted_and_missing(n: int, random: Random) -> Arguments:
    return (list(range(1000, 1000 + 2 * n, 2)), 1000 + 2 * n + 1)


def two_lists(n: int, random: Random) -> Arguments:
    return (random.sample(range(4 * n), n), random.sample(range(4 * n), n))


def two_sorted(n: int, random: Random) -> Arguments:
    return (sorted(random.sample(range(4 * n), n)), sorted(random.sample(range(4 * n), n)))


def text(n: int, random: Random) -> Arguments:
    return ("".join(random.choice("abcdefgh") for _ in range(n)),)


def same_letters(n: int, random: Random) -> Arguments:
    return ("a" * n,)


def two_same_texts(n: int, random: Random) -> Arguments:
    return ("a" * n, "a" * (n // 2) + "b")


def two_texts(n: int, random: Random) -> Arguments:
    return ("".join(random.choice("abcd") for _ in range(n)), "".join(random.choice("abcd") for _ in range(n)))


def words(n: int, random: Random) -> Arguments:
    return (["".join(random.choice("abcdefghij") for _ in range(6)) for _ in range(n)],)


def brackets(n: int, random: Random) -> Arguments:
    return ("(" * (n // 2) + ")" * (n // 2),)


def square(n: int, random: Random) -> Arguments:
    return ([[random.randrange(100) for _ in range(n)] for _ in range(n)],)


def two_squares(n: int, random: Random) -> Arguments:
    return tuple([[random.randrange(100) for _ in range(n)] for _ in range(n)] for _ in range(2))


def sparse_graph(n: int, random: Random) -> Arguments:
    graph: dict[int, list[int]] = {i: [(i + 1) % n] for i in range(n)}
    for i in range(n):
        graph[i].append(random.randrange(n))
        graph[i].append(random.randrange(n))
    return (graph, 0)


def weighted_graph(n: int, random: Random) -> Arguments:
    order = list(range(n))
    random.shuffle(order)
    graph: dict[int, dict[int, int]] = {i: {} for i in range(n)}
    for a, b in zip(order, order[1:], strict=False):
        graph[a][b] = random.randrange(1, 100)
    for i in range(n):
        for _ in range(3):
            graph[i][random.randrange(n)] = random.randrange(1, 1000)
    return (graph, order[0])


def dense_graph(n: int, random: Random) -> Arguments:
    return ({i: [j for j in range(n) if j != i] for i in range(n)}, 0)


def distances(n: int, random: Random) -> Arguments:
    return ([[0 if i == j else random.randrange(1, 100) for j in range(n)] for i in range(n)],)


def intervals(n: int, random: Random) -> Arguments:
    starts = [random.randrange(10 * n) for _ in range(n)]
    return ([(start, start + random.randrange(1, 20)) for start in starts],)


def points(n: int, random: Random) -> Arguments:
    return ([(random.randrange(10000), random.randrange(10000)) for _ in range(n)],)


def digits(n: int, random: Random) -> Arguments:
    return ("9" * n,)


def big_number(n: int, random: Random) -> Arguments:
    return (1 << n,)


def coins(n: int, random: Random) -> Arguments:
    return ([1, 5, 10, 25, 50], n)


def knapsack(n: int, random: Random) -> Arguments:
    return ([random.randrange(1, 20) for _ in range(n)], [random.randrange(1, 100) for _ in range(n)], n)


def nested(n: int, random: Random) -> Arguments:
    return ([[i, [i, []]] if i % 3 else i for i in range(n)],)


def operations(n: int, random: Random) -> Arguments:
    return ([("put" if random.random() < 0.5 else "get", random.randrange(n)) for _ in range(n)],)


def linked_pairs(n: int, random: Random) -> Arguments:
    order = list(range(n))
    random.shuffle(order)
    return (n, list(zip(order, order[1:], strict=False)))
