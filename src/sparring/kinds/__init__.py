"""One independent folder per kind of exercise; `kind.py` says what a kind offers, `format.py` how its folders are read.

A kind's folder exports `KIND` from its `__init__.py`; nothing else anywhere names it. See `docs/architecture.md`.
"""
