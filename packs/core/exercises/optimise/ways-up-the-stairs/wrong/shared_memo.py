def ways(n, blocked, memo={}):
    if n < 0 or n in blocked:
        return 0
    if n == 0:
        return 1
    if n not in memo:
        memo[n] = ways(n - 1, blocked) + ways(n - 2, blocked) + ways(n - 3, blocked)
    return memo[n]
