import unittest

from busy import merge


class TestMerge(unittest.TestCase):
    def test_cases(self):
        cases = {
            "nothing": ([], []),
            "one": ([(1, 2)], [(1, 2)]),
            "apart": ([(1, 2), (3, 4)], [(1, 2), (3, 4)]),
            "overlapping": ([(1, 3), (2, 4)], [(1, 4)]),
            "touching": ([(1, 2), (2, 3)], [(1, 3)]),
            "one inside": ([(1, 9), (2, 3), (4, 5)], [(1, 9)]),
            "not sorted": ([(5, 6), (1, 3), (2, 4)], [(1, 4), (5, 6)]),
            "a chain": ([(1, 3), (2, 5), (4, 7), (8, 9)], [(1, 7), (8, 9)]),
            "no length": ([(2, 2), (4, 4)], [(2, 2), (4, 4)]),
            "no length inside": ([(1, 3), (2, 2)], [(1, 3)]),
            "twice": ([(1, 2), (1, 2)], [(1, 2)]),
        }
        for name, (meetings, expected) in cases.items():
            with self.subTest(name):
                self.assertEqual(merge(meetings), expected)

    def test_backwards(self):
        with self.assertRaises(ValueError):
            merge([(1, 2), (5, 4)])

    def test_the_list_stays_as_it_is(self):
        meetings = [(5, 6), (1, 2)]
        merge(meetings)
        self.assertEqual(meetings, [(5, 6), (1, 2)])
