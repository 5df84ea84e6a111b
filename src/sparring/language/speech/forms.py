"""What kind of sound file something is, by its first bytes: names and media types are not believed."""

FORMS = ("wav", "mp3", "m4a", "webm", "ogg", "flac")
"""What can be read, in the order in which it is told."""
MEDIA = {"wav": "audio/wav", "mp3": "audio/mpeg", "m4a": "audio/mp4", "webm": "audio/webm", "ogg": "audio/ogg", "flac": "audio/flac"}
"""What a browser is told of a file when it plays it."""
HEAD = 64
"""As many bytes as it takes to tell."""
MOST_FTYP = 4096
"""The box that opens an MPEG-4 file says its own size in bytes: it holds a handful of names."""
UTF_16 = b"\xff\xfe"
"""What a text in UTF-16 begins with, as PowerShell's `>` writes it; a frame of MPEG's layer I would too, and nobody records in that."""


def form_of(head: bytes) -> str:
    """One of FORMS for a file that begins with `head`; '' if it is none of them."""
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"\x1a\x45\xdf\xa3":  # EBML: Matroska and WebM
        return "webm"
    if head[4:8] == b"ftyp" and 8 <= int.from_bytes(head[:4], "big") <= MOST_FTYP:
        return "m4a"
    if head[:5] == b"OggS\x00":  # its version: a text goes on with a letter
        return "ogg"
    if head[:4] == b"fLaC" and head[4:5] < b" ":
        return "flac"
    tagged = head[:3] == b"ID3" and b"" < head[3:4] < b"\x10"  # its version, of which there are 2, 3 and 4
    return "mp3" if tagged or _frame(head) else ""


def _frame(head: bytes) -> bool:
    """Whether it begins with a frame of MPEG audio: eleven set bits, a layer, a bit rate and a sample rate that exist."""
    if len(head) < 3 or head[:2] == UTF_16 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    return (head[1] >> 1) & 3 != 0 and head[2] >> 4 not in (0, 15) and (head[2] >> 2) & 3 != 3
