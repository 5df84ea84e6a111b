def generate(n, random):
    """A single call that fails n - 1 times before it succeeds: what each failure leaves behind adds up."""
    return (n,)
