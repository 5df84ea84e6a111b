def report(tree, question):
    """Answer a question about a tree of folders; a node is (name, bytes, children)."""
    if question not in ANSWERS:
        raise ValueError(f"unknown question: {question}")
    return ANSWERS[question](walk(tree))


def walk(tree):
    """All nodes as (path, bytes, is it a file), a folder before what is in it, children in their order."""
    stack = [(tree, tree[0])]
    while stack:
        (_, size, children), path = stack.pop()
        yield path, size, not children
        stack += [(child, f"{path}/{child[0]}") for child in reversed(children)]


def total(nodes):
    return sum(size for _, size, _ in nodes)


def largest(nodes):
    return max((node for node in nodes if node[2]), key=lambda node: node[1])[0]


def names(nodes):
    return [path for path, _, _ in nodes]


ANSWERS = {"total": total, "largest": largest, "names": names}
