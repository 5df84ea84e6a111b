def add_tag(tag, tags=None):
    """The tags with one more, in lower case."""
    if tags is None:
        tags = []
    tags.append(tag.lower())
    return tags
