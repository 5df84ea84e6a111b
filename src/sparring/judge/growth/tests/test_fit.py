import math
from random import Random

import pytest

from sparring.judge.growth import CLASSES, UNDECIDED, fit

SIZES = tuple(4 << k for k in range(12))


def log(n):
    return math.log2(n)


CURVES = {
    "1": lambda n: 5000,
    "log n": lambda n: 3000 + 310 * log(n),
    "n": lambda n: 40_000 + 310 * n,
    "n log n": lambda n: 9000 + 500 * n + 90 * n * log(n),
    "n^2": lambda n: 2000 + 900 * n + 14 * n * n,
    "n^2 log n": lambda n: 2000 + 300 * n + 100 * n * n + 80 * n * n * log(n),
    "n^3": lambda n: 500 + 200 * n * n + 7 * n**3,
}


def fitted(curve, sizes=SIZES):
    return fit(sizes, [round(curve(n)) for n in sizes])


@pytest.mark.parametrize("growth", CURVES)
def test_a_clean_curve_is_recognised(growth):
    found = fitted(CURVES[growth])
    assert found.growth == growth
    assert found.runner_up != growth
    assert len(found.residuals) == len(CLASSES)


@pytest.mark.parametrize("growth", CURVES)
def test_sizes_that_are_asked_for_need_not_be_powers_of_two(growth):
    sizes = [6, 12, 25, 50, 100, 200, 400, 800, 1600, 3200]
    assert fitted(CURVES[growth], sizes).growth == growth


@pytest.mark.parametrize("base", [1.4, 1.618, 2, 3])
def test_a_factor_per_step_is_exponential(base):
    sizes = [4, *range(8, 20)]
    found = fitted(lambda n: 8000 + 900 * base**n, sizes)
    assert found.growth == "2^n"
    assert found.base == pytest.approx(base, rel=0.1)


def test_factorials_are_at_least_exponential():
    assert fitted(lambda n: 300 * math.factorial(n), range(4, 10)).growth == "2^n"


@pytest.mark.parametrize("exponent", [4, 5])
def test_higher_powers_are_not_taken_for_exponential(exponent):
    assert fitted(lambda n: 1000 + 50 * n**exponent, range(8, 24)).growth != "2^n"


@pytest.mark.parametrize(
    "curve", [lambda n: 900 * math.sqrt(n), lambda n: 90 * n**1.5, lambda n: 60 * n ** math.log2(3), lambda n: 9 * n**2.5]
)
def test_classes_that_are_not_on_the_list_are_undecided(curve):
    assert fitted(curve, (*SIZES, 16384, 32768)).growth == UNDECIDED


@pytest.mark.parametrize("few", [[], [64], [64, 128, 256]])
def test_too_few_sizes_are_undecided(few):
    assert fitted(CURVES["n"], few).growth == UNDECIDED


def test_integers_above_256_cost_more():
    def loop(n):
        return 900 * n + 260 * max(0, n - 256)

    def loops(n):
        return sum(400 * n + 120 * max(0, i - 256) for i in range(n))

    assert fitted(loop).growth == "n"
    assert fitted(loops, SIZES[:9]).growth == "n^2"


def test_a_table_that_grows_fourfold_does_not_matter():
    def filled(n):
        tables = [32 * 4**k for k in range(12) if 32 * 4**k * 0.6 < 4 * n]
        return 2000 + 100 * n + 60 * sum(tables)

    assert fitted(filled).growth == "n"


def test_two_percent_of_noise_do_not_matter():
    random = Random(7)
    for growth in ("1", "n", "n^2", "n^3"):
        assert fitted(lambda n, of=growth: CURVES[of](n) * random.uniform(0.98, 1.02)).growth == growth


def test_a_large_constant_hides_nothing():
    assert fitted(lambda n: 3_000_000 + 300 * n, [*SIZES, 16384, 32768]).growth == "n"


def test_the_exponent_is_that_of_the_increase():
    assert fitted(CURVES["n^2"]).exponent == pytest.approx(2, abs=0.01)
    assert fitted(CURVES["n"]).exponent == pytest.approx(1, abs=0.01)


def test_sizes_must_ascend():
    with pytest.raises(ValueError, match="ascend"):
        fit([4, 4, 8], [1, 2, 3])


ROOTS = tuple(sorted({*SIZES, *(math.isqrt(2 * n * n) for n in SIZES)}))


@pytest.mark.parametrize(
    "cost",
    [
        lambda n: 1700 * n * n if n & (n - 1) else 900 * n,  # another way for some sizes
        lambda n: 240 * n * n if n <= 600 else 2600,  # large inputs are not looked at
        lambda n: 700 * n if n < 1000 else 70 * n * n,
        lambda n: 640 if n == 1448 else 600 + 4 * n,
    ],
)
def test_what_falls_or_leaps_is_no_curve(cost):
    assert fitted(cost, ROOTS[:21]).growth == UNDECIDED


def test_one_step_is_no_logarithm():
    assert fitted(lambda n: 1362 if n < 4096 else 2338, ROOTS).growth != "log n"
    assert fitted(lambda n: 900 + 300 * math.floor(math.log2(n)), ROOTS).growth == "log n"


@pytest.mark.parametrize("tail", [5 / 256, 0.01])
@pytest.mark.parametrize("top", [8192, 16384, 32768])
def test_a_faint_square_is_never_a_logarithm(tail, top):
    """Indexing a deque walks over blocks, a copy is made now and then: n² of next to nothing beside a dear linear part."""
    sizes = sorted({n for n in (*ROOTS, 16384, 23170, 32768) if n <= top})
    assert fitted(lambda n: 700 + 480 * n + tail * n * n, sizes).growth in ("n", "n^2", UNDECIDED)


def test_no_term_has_more_than_the_whole_cost():
    assert fit([1448, 2048, 2896, 4096, 8192], [82316] * 4 + [328076]).growth == UNDECIDED


def test_what_outgrows_the_highest_class_is_told_as_that():
    sizes = range(4, 20)
    assert fit(list(sizes), [500 + 7 * n**4 for n in sizes]).growth == "n^3"
