"""Bytes that people saved as text, whatever wrote them: read in the encoding that they are in, or not at all."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LOOKED_AT = 200


def decoded(data: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark or recognised by its zeros, else the Western code page of Windows; None for what is no text in any of them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data[:_LOOKED_AT].count(0) * 3 > len(data[:_LOOKED_AT]):
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    return None
