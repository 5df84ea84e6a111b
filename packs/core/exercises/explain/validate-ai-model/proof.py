"""Each trap of the answer, built with small models in pure Python on seeded data; the bounds leave room for the chance in them."""

import random
from math import dist
from statistics import fmean, pstdev


def accuracy(predicted, actual):
    return fmean(p == a for p, a in zip(predicted, actual, strict=True))


def recall(predicted, actual):
    return sum(p and a for p, a in zip(predicted, actual, strict=True)) / sum(actual)


def precision(predicted, actual):
    return sum(p and a for p, a in zip(predicted, actual, strict=True)) / sum(predicted)


def nearest(train, labels, rows):
    """1-nearest-neighbour: the model that learns by heart."""
    predicted = []
    for row in rows:
        distances = [dist(row, other) for other in train]
        predicted.append(labels[distances.index(min(distances))])
    return predicted


# Baseline and metric: with 3 % of fraud, "always fine" scores 97 % and catches nobody; a model with a lower accuracy is the useful one.
rng = random.Random(1)
fraud = [i < 30 for i in range(1000)]
always_fine = [False] * 1000
assert accuracy(always_fine, fraud) == 0.97 and recall(always_fine, fraud) == 0.0
useful = [rng.random() < (0.9 if is_fraud else 0.05) for is_fraud in fraud]
assert accuracy(useful, fraud) < 0.97 and recall(useful, fraud) > 0.7 and 0.2 < precision(useful, fraud) < 0.7


def cost(predicted):
    """In euros: 400 for a missed fraud, 5 for a false alarm."""
    return sum(400 if a and not p else 5 if p and not a else 0 for p, a in zip(predicted, fraud, strict=True))


assert cost(useful) < cost(always_fine) / 2

# Overfitting: labels that are pure noise, learnt perfectly, and worth a coin toss on new rows.
rng = random.Random(2)
rows = [[rng.gauss(0, 1) for _ in range(3)] for _ in range(300)]
noise = [rng.random() < 0.5 for _ in rows]
train, held_out = rows[:150], rows[150:]
assert accuracy(nearest(train, noise[:150], train), noise[:150]) == 1.0
assert 0.4 < accuracy(nearest(train, noise[:150], held_out), noise[150:]) < 0.6

# Leakage, first kind: `blocked` is written after the fraud is found. Splendid on held-out rows, blind when it is needed.
rng = random.Random(3)
is_fraud = [rng.random() < 0.3 for _ in range(2000)]
blocked = [f if rng.random() < 0.97 else not f for f in is_fraud]
by_blocked = blocked[1000:]
assert accuracy(by_blocked, is_fraud[1000:]) > 0.94
at_payment_time = [False] * 1000  # nobody has blocked anything yet
assert recall(at_payment_time, is_fraud[1000:]) == 0.0

# Leakage, second kind: features chosen on all rows before the folds. Noise scores well; chosen inside the folds it scores a coin toss.


def best_features(rows, labels, count):
    def gap(column):
        yes = [row[column] for row, label in zip(rows, labels) if label]
        no = [row[column] for row, label in zip(rows, labels) if not label]
        return abs(sum(yes) / len(yes) - sum(no) / len(no))

    return sorted(range(len(rows[0])), key=gap, reverse=True)[:count]


def centroid(train, labels, rows, columns):
    """Nearest mean of a class, on some columns."""
    means = {}
    for label in (True, False):
        members = [row for row, own in zip(train, labels, strict=True) if own == label]
        means[label] = [fmean(row[column] for row in members) for column in columns]

    def distance(row, label):
        return sum((row[column] - mean) ** 2 for column, mean in zip(columns, means[label], strict=True))

    return [distance(row, True) < distance(row, False) for row in rows]


def cross_validated(rows, labels, *, choose_inside, folds=5):
    before = best_features(rows, labels, 8)
    scores = []
    for fold in range(folds):
        inside = [i for i in range(len(rows)) if i % folds != fold]
        outside = [i for i in range(len(rows)) if i % folds == fold]
        train, own = [rows[i] for i in inside], [labels[i] for i in inside]
        columns = best_features(train, own, 8) if choose_inside else before
        predicted = centroid(train, own, [rows[i] for i in outside], columns)
        scores.append(accuracy(predicted, [labels[i] for i in outside]))
    return scores


rng = random.Random(4)
wide = [[rng.gauss(0, 1) for _ in range(200)] for _ in range(60)]
labels = [i % 2 == 0 for i in range(60)]
rng.shuffle(labels)
assert fmean(cross_validated(wide, labels, choose_inside=False)) > 0.7
assert fmean(cross_validated(wide, labels, choose_inside=True)) < 0.65

# Shuffled labels betray it: the leaking procedure still beats chance, the clean one does not.
leaking, clean = [], []
for _ in range(3):
    rng.shuffle(labels)
    leaking.append(fmean(cross_validated(wide, labels, choose_inside=False)))
    clean.append(fmean(cross_validated(wide, labels, choose_inside=True)))
assert fmean(leaking) > 0.7 and 0.4 < fmean(clean) < 0.6

# The best of 200 coin-tossers on one test set of 100 rows: that set has been used up.
rng = random.Random(5)
answers = [rng.random() < 0.5 for _ in range(100)]
scores = [accuracy([rng.random() < 0.5 for _ in answers], answers) for _ in range(200)]
assert max(scores) > 0.6 and abs(fmean(scores) - 0.5) < 0.02
fresh = [rng.random() < 0.5 for _ in range(2000)]
assert abs(accuracy([rng.random() < 0.5 for _ in fresh], fresh) - 0.5) < 0.05

# Groups: six rows per customer, whose label has nothing to do with the features. Rows mixed at random look predictable, whole customers do not.
rng = random.Random(6)
rows, owners, labels = [], [], []
for customer in range(30):
    centre, label = [rng.uniform(-10, 10) for _ in range(3)], rng.random() < 0.5
    for _ in range(6):
        rows.append([value + rng.gauss(0, 0.1) for value in centre])
        owners.append(customer)
        labels.append(label)


def split_score(in_train):
    inside = [i for i in range(len(rows)) if in_train(i)]
    outside = [i for i in range(len(rows)) if not in_train(i)]
    predicted = nearest([rows[i] for i in inside], [labels[i] for i in inside], [rows[i] for i in outside])
    return accuracy(predicted, [labels[i] for i in outside])


assert split_score(lambda i: i % 2 == 0) > 0.95
assert split_score(lambda i: owners[i] < 15) < 0.75

# Time: the fraudsters' amount drifts. Mixed months flatter the model, the future does not; and the inputs alone show the drift.
rng = random.Random(7)
months = [[rng.gauss(100 + 15 * month, 5) for _ in range(200)] for month in range(6)]  # amounts of the frauds
honest = [[rng.gauss(70, 5) for _ in range(200)] for _ in range(6)]


def caught(known, new):
    """Flags what lies near the mean of the frauds already known."""
    middle, width = fmean(known), 3 * pstdev(known)
    return fmean(abs(amount - middle) < width for amount in new)


mixed = [amount for month in months for amount in month]
assert caught(mixed[::2], mixed[1::2]) > 0.95
past = [amount for month in months[:3] for amount in month]
assert caught(past, months[5]) < 0.1
assert abs(fmean(months[5]) - fmean(past)) > 2 * pstdev(past) and abs(fmean(honest[5]) - fmean(honest[0])) < 2

# Slices: 97.5 % on average, a coin toss for the new customers.
right_on_old, right_on_new = [True] * 950, [True, False] * 25
assert fmean(right_on_old + right_on_new) == 0.975 and fmean(right_on_new) == 0.5

# 97 right of 100: the interval of Wilson (95 %) for the true accuracy is about 92 to 99; with 10,000 rows it is 96.6 to 97.3.


def wilson(right, rows, z=1.96):
    share = right / rows
    middle = share + z * z / (2 * rows)
    half = z * ((share * (1 - share) + z * z / (4 * rows)) / rows) ** 0.5
    return (middle - half) / (1 + z * z / rows), (middle + half) / (1 + z * z / rows)


assert [round(bound, 2) for bound in wilson(97, 100)] == [0.92, 0.99]
assert [round(bound, 3) for bound in wilson(9700, 10000)] == [0.966, 0.973]
