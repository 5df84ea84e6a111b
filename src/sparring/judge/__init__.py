"""Asks the sandbox what a program does, and returns facts: cases, costs, printed output. Comparison happens here, outside the engine."""
