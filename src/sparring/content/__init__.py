"""Reads packs: every exercise that can be used and every problem found, at once. One bad exercise never hides the others."""
