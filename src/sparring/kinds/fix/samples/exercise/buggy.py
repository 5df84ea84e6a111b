def add_tag(tag, tags=[]):
    """The tags with one more, in lower case."""
    tags.append(tag.lower())
    return tags
