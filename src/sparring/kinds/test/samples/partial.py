import unittest

from fares import fare


class TestFares(unittest.TestCase):
    def test_ages(self):
        for age, euros in ((3, 0), (10, 2), (40, 5)):
            with self.subTest(age=age):
                self.assertEqual(fare(age), euros)

    def test_negative(self):
        with self.assertRaises(ValueError):
            fare(-3)
