"""What can be told of written words: stems, negations, key points, and whether a text can be read as an answer at all. Pure functions."""
