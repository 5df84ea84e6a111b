"""What runs inside the wall: the zygote, the pausing init, the candidate's harness. Standard library and `sparring.core.plain` only.

These modules run on whatever CPython the candidate's package set names, started by `boot`; nothing else of the program is visible in there.
"""
