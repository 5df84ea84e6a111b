def report(tree, question):
    """Answer a question about a tree of folders; a node is (name, bytes, children).

    "total": all bytes; "largest": the path of the largest file (the first of equals); "names": all paths, a folder before what is in it.
    A node without children is a file.
    """
    if question == "total":
        total = 0
        stack = [tree]
        while len(stack) > 0:
            node = stack.pop()
            total = total + node[1]
            for child in node[2]:
                stack.append(child)
        return total
    elif question == "largest":
        best = None
        best_path = None
        stack = [(tree, tree[0])]
        while len(stack) > 0:
            node, path = stack.pop()
            if len(node[2]) == 0:
                if best is None or node[1] > best:
                    best = node[1]
                    best_path = path
            for child in reversed(node[2]):
                stack.append((child, path + "/" + child[0]))
        return best_path
    elif question == "names":
        names = []
        stack = [(tree, tree[0])]
        while len(stack) > 0:
            node, path = stack.pop()
            names.append(path)
            for child in reversed(node[2]):
                stack.append((child, path + "/" + child[0]))
        return names
    else:
        raise ValueError("unknown question: " + question)
