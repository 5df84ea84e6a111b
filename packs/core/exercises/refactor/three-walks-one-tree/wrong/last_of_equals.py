def walk(tree):
    stack = [(tree, tree[0])]
    while stack:
        (_, size, children), path = stack.pop()
        yield path, size, not children
        stack += [(child, f"{path}/{child[0]}") for child in children]


ANSWERS = {
    "total": lambda nodes: sum(size for _, size, _ in nodes),
    "largest": lambda nodes: max((node for node in nodes if node[2]), key=lambda node: node[1])[0],
    "names": lambda nodes: [path for path, _, _ in nodes],
}


def report(tree, question):
    if question not in ANSWERS:
        raise ValueError("unknown question: " + question)
    return ANSWERS[question](walk(tree))
