"""The candidate says something in English: from Italian, mended, put otherwise, or a move that interviews ask for."""

from sparring.kinds.say.grader import Say

KIND = Say()
