def longest_distinct(pages):
    return list(dict.fromkeys(pages))
