"""The candidate tells an experience: its structure is found, and what is missing is asked for as an interviewer would."""

from sparring.kinds.tell.grader import Tell

KIND = Tell()
