import copy


class TagList:
    def __init__(self, tags):
        self.tags = tags

    def add(self, tag):
        self.tags.append(tag.lower())
        return self


def normalise(tags):
    if tags is None:
        return []
    return tags


def add_tag(tag, tags=None):
    holder = TagList(normalise(tags))
    holder.add(tag)
    return holder.tags
