def ways(n, blocked):
    below3, below2, below1 = 0, 0, 1
    for _ in range(n):
        below3, below2, below1 = below2, below1, below1 + below2 + below3
    return below1 if n >= 0 else 0
