def generate(n, random):
    """n rows in chunks of ten: many chunks, so that what each one leaves behind adds up."""
    return n, 10
