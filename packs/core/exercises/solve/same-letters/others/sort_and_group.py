from itertools import groupby


def group_duplicates(names):
    keyed = sorted((sorted(name.casefold().split()), place) for place, name in enumerate(names))
    groups = [[place for _, place in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]
    return [[names[place] for place in group] for group in sorted(groups) if len(group) > 1]
