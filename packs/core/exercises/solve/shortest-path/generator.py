def generate(n, random):
    """A chain that is the cheapest way, and shortcuts from the source that look good first.

    All nodes wait from the first step on (slow for those who scan them), every node is improved again and again by those who do not
    take the cheapest first, and the path is long (slow for those who copy it at every step).
    """
    names = [f"d{number}" for number in range(n)]
    random.shuffle(names)
    graph = {name: {} for name in random.sample(names, n)}
    for i in range(n - 1, 1, -1):
        graph[names[0]][names[i]] = 2.0 * i
    for i in range(n - 1):
        graph[names[i]][names[random.randrange(n)]] = 2.0 * n
    for i in range(n - 1):
        graph[names[i]][names[i + 1]] = 1.0
    return graph, names[0], names[-1]
