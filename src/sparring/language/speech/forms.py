"""What kind of sound file something is, by its first bytes: names and media types are not believed."""

FORMS = ("wav", "mp3", "m4a", "webm", "ogg", "flac")
"""What can be read, in the order in which it is told."""
MEDIA = {"wav": "audio/wav", "mp3": "audio/mpeg", "m4a": "audio/mp4", "webm": "audio/webm", "ogg": "audio/ogg", "flac": "audio/flac"}
"""What a browser is told of a file when it plays it."""
HEAD = 64
"""As many bytes as it takes to tell."""


def form_of(head: bytes) -> str:
    """One of FORMS for a file that begins with `head`; '' if it is none of them."""
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"\x1a\x45\xdf\xa3":  # EBML: Matroska and WebM
        return "webm"
    if head[4:8] == b"ftyp":
        return "m4a"
    if head[:4] in (b"OggS", b"fLaC"):
        return "ogg" if head[:4] == b"OggS" else "flac"
    return "mp3" if head[:3] == b"ID3" or _frame(head) else ""


def _frame(head: bytes) -> bool:
    """Whether it begins with a frame of MPEG audio: eleven set bits, a layer, a bit rate and a sample rate that exist."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    return (head[1] >> 1) & 3 != 0 and head[2] >> 4 not in (0, 15) and (head[2] >> 2) & 3 != 3
