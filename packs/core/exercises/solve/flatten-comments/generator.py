def generate(n, random):
    """n replies to one post, and one of them n/4 deep: long lists and long chains both hurt."""
    return [f"reply {random.randrange(1000)}" for _ in range(n)], n // 4
