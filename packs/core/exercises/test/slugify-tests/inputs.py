import random

from slugs import slug

LETTERS = "aAbZ09 -_.!èÉßñ東\t\u0301"


def observe():
    chance = random.Random(7)
    titles = ["".join(chance.choice(LETTERS) for _ in range(chance.randint(0, 12))) for _ in range(300)]
    return [[slug(title), slug(title, [slug(title)])] for title in titles]
