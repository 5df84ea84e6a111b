"""Turns problems written for elsewhere into exercises of the kind `solve`.

In goes a checkout of an Exercism track, or a file of rows in the form of HumanEval and MBPP; out come the files of an exercise for each problem, and
for each that cannot be one the reason. Nothing of what is read is run here: `usecases/imports.py` proves it in the engine.
"""
