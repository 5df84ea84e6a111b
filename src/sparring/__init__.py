"""Sparring: the sparring partner for Python job interviews."""

__version__ = "0.1.0"
