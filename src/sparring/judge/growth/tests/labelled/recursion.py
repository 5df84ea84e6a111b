"""Recursion and arithmetic: with memory and without, and integers that grow."""

# ruff: noqa: C4, PERF, RET, SIM, C90 - slow code is what these are for

import itertools
import math
from functools import lru_cache
from typing import Any

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("2^n", inputs.number)
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@labelled("n^2", inputs.number)
def fibonacci_in_a_loop(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


@labelled("n", inputs.number)
def fibonacci_modulo(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % 1_000_007
    return a


@labelled("n", inputs.number)
def climbing_modulo_with_memory(n: int) -> int:
    table: dict[int, int] = {0: 1, 1: 1}
    for i in range(2, n + 1):
        table[i] = (table[i - 1] + table[i - 2]) % 9973
    return table[n]


@labelled("n", inputs.number)
def stairs_cached(n: int) -> int:
    @lru_cache(maxsize=None)
    def ways(i: int) -> int:
        return 1 if i < 2 else (ways(i - 1) + ways(i - 2)) % 1000

    for i in range(0, n, 40):
        ways(i)
    return ways(n)


@labelled("2^n", inputs.number)
def hanoi(n: int) -> int:
    return 0 if n == 0 else hanoi(n - 1) + 1 + hanoi(n - 1)


@labelled("2^n", inputs.in_order)
def subsets(items: list[int]) -> list[list[int]]:
    result: list[list[int]] = [[]]
    for item in items:
        result += [[*subset, item] for subset in result]
    return result


@labelled("2^n", inputs.in_order)
def permutations_counted(items: list[int]) -> int:
    return sum(1 for _ in itertools.permutations(items))


@labelled("2^n", inputs.distinct)
def subset_sum(items: list[int]) -> bool:
    def reach(i: int, rest: int) -> bool:
        if i == len(items):
            return rest == 0
        return reach(i + 1, rest) or reach(i + 1, rest - items[i])

    return reach(0, 1)


@labelled("n", inputs.number)
def power_of_two_by_steps(n: int) -> int:
    result = 1
    for _ in range(n):
        result = result * 2 % 10**9
    return result


@labelled("log n", inputs.number)
def power_by_squaring(n: int) -> int:
    result, base = 1, 3
    while n:
        if n & 1:
            result = result * base % 1009
        base, n = base * base % 1009, n >> 1
    return result


@labelled("log n", inputs.number)
def greatest_divisor(n: int) -> int:
    steps, low, high = 0, 1, n
    while low < high:
        steps, high = steps + 1, high // 2
    return steps


@labelled("log n", inputs.number)
def decimal_digits(n: int) -> int:
    count = 0
    while n:
        count, n = count + 1, n // 2
    return count


@labelled("1", inputs.number)
def sum_by_formula(n: int) -> int:
    return n * (n + 1) // 2


@labelled("1", inputs.number)
def thousand_rounds(n: int) -> int:
    result = n
    for _ in range(1000):
        result = (result * 31 + 7) % 1009
    return result


@labelled("n^2 log n", inputs.number)
def factorial(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


@labelled("n^2", inputs.coins)
def pairs_of_a_triangle(values: list[int], n: int) -> int:
    count = 0
    for i in range(n):
        for j in range(i):
            count += (i ^ j) & values[0]
    return count


@labelled("n", inputs.coins)
def change_by_table(values: list[int], amount: int) -> int:
    best = [0] + [10**9] * amount
    for value in values:
        for i in range(value, amount + 1):
            if best[i - value] + 1 < best[i]:
                best[i] = best[i - value] + 1
    return best[amount]


@labelled("n^2", inputs.knapsack)
def knapsack(weights: list[int], values: list[int], room: int) -> int:
    best = [0] * (room + 1)
    for weight, value in zip(weights, values, strict=True):
        for i in range(room, weight - 1, -1):
            best[i] = max(best[i], best[i - weight] + value)
    return best[room]


@labelled("n log n", inputs.number)
def harmonic_steps(n: int) -> int:
    count = 0
    for i in range(1, n + 1):
        for _ in range(0, n, i):
            count += 1
    return count


@labelled("n log n", inputs.number)
def halving_inside(n: int) -> int:
    count = 0
    for i in range(n):
        rest = n
        while rest:
            rest //= 2
            count += i & 1
    return count


@labelled("n", inputs.number)
def halving_outside(n: int) -> int:
    count = 0
    while n:
        for _ in range(n):
            count += 1
        n //= 2
    return count


@labelled("n", inputs.number)
def sieve_of_few(n: int) -> int:
    flags = bytearray(n + 1)
    for prime in (2, 3, 5, 7):
        for multiple in range(prime, n + 1, prime):
            flags[multiple] = 1
    return len(flags) - sum(flags)


@labelled("n", inputs.nested)
def flattened(tree: list[Any]) -> list[int]:
    result, stack = [], [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        else:
            result.append(item)
    return result


@labelled("n^2", inputs.number)
def grid(n: int) -> int:
    row = [1] * n
    for _ in range(n - 1):
        for j in range(1, n):
            row[j] = (row[j] + row[j - 1]) % 1009
    return row[-1]


@labelled("n^3", inputs.number)
def boxes(n: int) -> int:
    count = 0
    for a in range(n):
        for b in range(n):
            for c in range(n):
                count += (a ^ b ^ c) & 1
    return count


@labelled("n^3", inputs.numbers)
def chain(sizes: list[int]) -> int:
    n = len(sizes) - 1
    best = [[0] * n for _ in range(n)]
    for length in range(1, n):
        for i in range(n - length):
            j = i + length
            best[i][j] = min(best[i][k] + best[k + 1][j] + k for k in range(i, j))
    return best[0][-1]


@labelled("n^2", inputs.number)
def coprime_pairs(n: int) -> int:
    return sum(math.gcd(2 * a, 2) == b % 3 for a in range(n) for b in range(n))
