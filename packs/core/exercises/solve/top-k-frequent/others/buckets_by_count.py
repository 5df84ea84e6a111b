from collections import Counter, defaultdict


def top_k(words, k):
    buckets = defaultdict(list)
    for word, count in Counter(words).items():
        buckets[count].append(word)
    found = []
    for count in sorted(buckets, reverse=True):
        if len(found) >= k:
            break
        found += [(word, count) for word in sorted(buckets[count])]
    return found[: max(0, k)]
