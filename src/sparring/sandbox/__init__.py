"""Runs programs that nobody here wrote, under limits: a job goes in, an outcome comes out. One interface, engines behind it."""
