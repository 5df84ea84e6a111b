from sparring.judge.growth.ladder import LARGEST, Ladder, explodes, predicted, single_steps


def test_doublings_go_through_the_first_size():
    ladder = Ladder(200, (200, 400))
    assert ladder.doublings[:6] == (6, 12, 25, 50, 100, 200)
    assert ladder.rungs[-1] <= LARGEST * 1.5
    assert set(ladder.asked) <= set(ladder.rungs)


def test_an_explosion_needs_cost_and_growth():
    assert explodes([(8, 50_000), (16, 12_000_000)])
    assert not explodes([(8, 50_000), (16, 400_000)])
    assert not explodes([(8, 100), (16, 90_000)])


def test_single_steps_stay_within_the_budget():
    points = [(4, 5_000), (8, 80_000), (16, 20_000_000)]
    steps = single_steps(points, 200_000_000)
    assert 9 in steps
    assert 16 not in steps
    assert max(steps) in range(19, 24)


def test_a_prediction_carries_the_exponent_on():
    cubes = [(n, n**3 * 100) for n in (16, 32, 64)]
    assert predicted(cubes, 128) > 128**3 * 100
    assert predicted(cubes, 128) < 128**3 * 200
