"""What is heard in the page: the interviewer's voice, recordings of the candidate, what was heard in them."""
