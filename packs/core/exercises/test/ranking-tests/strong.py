import unittest

from ranking import places

POINTS = {"eve": 7, "bo": 7, "ada": 9, "cy": 5, "di": 5, "al": 1}
ALL = [(1, "ada", 9), (2, "bo", 7), (2, "eve", 7), (4, "cy", 5), (4, "di", 5), (6, "al", 1)]


class TestPlaces(unittest.TestCase):
    def test_everybody(self):
        self.assertEqual(places(POINTS), ALL)

    def test_top(self):
        for top, count in ((1, 1), (2, 3), (3, 3), (4, 5), (5, 5), (6, 6), (99, 6)):
            with self.subTest(top=top):
                self.assertEqual(places(POINTS, top=top), ALL[:count])

    def test_nobody(self):
        self.assertEqual(places({}), [])
        self.assertEqual(places({}, top=1), [])

    def test_all_alike(self):
        self.assertEqual(places({"b": 0, "a": 0}, 1), [(1, "a", 0), (1, "b", 0)])

    def test_negative_points(self):
        self.assertEqual(places({"a": -2, "b": -1}), [(1, "b", -1), (2, "a", -2)])

    def test_top_makes_sense(self):
        for top in (0, -1):
            with self.subTest(top=top), self.assertRaises(ValueError):
                places(POINTS, top)


if __name__ == "__main__":
    unittest.main()
