def nodes(tree):
    """All nodes with their paths, a folder before what is in it."""
    waiting = [(tree[0], tree)]
    while waiting:
        path, node = waiting.pop()
        yield path, node
        waiting.extend((path + "/" + child[0], child) for child in node[2][::-1])


def total(tree):
    return sum(size for _, (_, size, _) in nodes(tree))


def names(tree):
    return [path for path, _ in nodes(tree)]


def largest(tree):
    best = None
    for path, (_, size, children) in nodes(tree):
        if not children and (best is None or size > best[0]):
            best = (size, path)
    return best and best[1]


def report(tree, question):
    """Answer a question about a tree of folders; a node is (name, bytes, children)."""
    questions = {"total": total, "largest": largest, "names": names}
    try:
        answer = questions[question]
    except KeyError:
        raise ValueError("unknown question: " + question) from None
    return answer(tree)
