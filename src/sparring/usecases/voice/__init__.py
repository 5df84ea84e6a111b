"""The interviewer's voice: what of a text is said aloud, by which program of this machine, and how the candidate wants it.

Nothing is sent anywhere: a voice is the browser's own where it speaks on this machine, or a program that is installed here (`programs.py`), which gets the
text on its standard input and gives a WAV file. Piper is only ever called as a program of its own: its licence is the GPL.
"""
