def walk(tree, above=""):
    path = above + tree[0]
    yield path, tree[1]
    for child in tree[2]:
        yield from walk(child, path + "/")


ANSWERS = {
    "total": lambda nodes: sum(size for _, size in nodes),
    "largest": lambda nodes: max(nodes, key=lambda node: node[1])[0],
    "names": lambda nodes: [path for path, _ in nodes],
}


def report(tree, question):
    if question not in ANSWERS:
        raise ValueError("unknown question: " + question)
    return ANSWERS[question](walk(tree))
