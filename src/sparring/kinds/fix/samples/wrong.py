def add_tag(tag, tags=None):
    return {tag.lower()}
