def split(cents, people):
    if cents < 0 or not people or len(set(people)) < len(people):
        raise ValueError("cannot be split")
    share, left = divmod(cents, len(people))
    return {name: share + (place < left) for place, name in enumerate(people)}
