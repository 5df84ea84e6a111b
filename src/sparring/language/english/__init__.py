"""English as Italian speakers write and say it: rules as data, looked for in the words; Harper beside them where it is installed.

Theory of operation. `words.py` cuts a text into sentences of words, each with its place; code is one word. `lexicon.py` says what a word may be
(`=go:past`, `@noun:pl`): without a tagger, all readings at once. `pattern.py` reads a rule's patterns, `matching.py` finds them, `mend.py` writes the mend,
`checking.py` gathers what was found, the widest rule first. Precision comes from what stands around the word, proved by each rule's own examples and
by those of all the others, which no rule may mark.
"""
