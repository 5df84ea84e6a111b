"""The words that the whole program speaks: frozen values, standard library only.

In comes nothing; out go the nouns (Exercise, Answer, Verdict, Finding, Evidence) that every other room leans on.
"""
