def generate(n, random):
    """All pages different: from every start one can read to the end."""
    pages = [f"page{number}" for number in range(n)]
    random.shuffle(pages)
    return (pages,)
