"""Speech: a recording's form, its sound, where somebody speaks in it, the words, and what can be said of how it was told.

Theory of operation. `forms` knows a file by its first bytes (standard library only). `sound` decodes it, `voice` finds where somebody speaks, `listening` refuses
what is no speech *before* anything is transcribed (a transcriber invents words on silence), and asks a `Transcriber` (`transcriber`: one method;
`whisper` on this machine, `address` elsewhere) for words with times. `delivery` is pure: what was heard, set against ranges with their sources. Only
`sound`, `voice`, `whisper` and `listening` need the install set `speech`; nobody else imports them at the top.
"""
