def flatten(comments: list[dict]):
    """Yield (depth, text) for every comment, each before its replies."""
    for comment in comments:
        yield 0, comment["text"]
        # and its replies?
