words = ["pear", "fig", "apple"]
ordered = sorted(words, key=len)
nothing = words.sort()
print(ordered, words, nothing)
