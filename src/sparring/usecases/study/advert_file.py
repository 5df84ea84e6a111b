"""The text of an advertisement from the bytes of a file: any usual encoding of text, a saved page, a document of Word or LibreOffice."""

import io
import re
import zipfile
import zlib
from html import unescape

from sparring.content.anki.sides import plain
from sparring.core.problem import UsageError
from sparring.core.text import Message

MOST_DOCUMENT = 8 << 20
"""Bytes of a document's text, unpacked: more is no advertisement."""
_DOCUMENTS = ("word/document.xml", "content.xml")
"""Where Word and OpenDocument keep their text."""
_PAGE = re.compile(
    r"<(?:!doctype html|html|head|body)\b|<(?:p|li|br|div|h[1-6])\b[^>]*>.*</?(?:p|li|br|div|h[1-6])\b", re.IGNORECASE | re.DOTALL
)
_LOOKED_AT = 4000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BLOCK = re.compile(r"</(?:w:p|text:p|text:h)>|<(?:w:br|w:cr|text:line-break)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def text_of(data: bytes) -> str:
    """The text; UsageError says what cannot be read and what to do instead."""
    if data.startswith(b"%PDF"):
        raise UsageError(Message("advert.pdf"))
    if data.startswith(b"PK\x03\x04"):
        return _document(data)
    text = _decoded(data)
    if data.startswith(b"{\\rtf") or text is None:
        raise UsageError(Message("advert.not-text"))
    return plain(text) if _PAGE.search(text[:_LOOKED_AT]) else text


def _document(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            name = next((name for name in _DOCUMENTS if name in archive.namelist()), "")
            with archive.open(name) as part:
                markup = part.read(MOST_DOCUMENT + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise UsageError(Message("advert.not-text")) from error
    if len(markup) > MOST_DOCUMENT:
        raise UsageError(Message("advert.not-text"))
    return unescape(_TAG.sub("", _BLOCK.sub("\n", markup.decode("utf-8", "replace")))).strip()


def _decoded(data: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark or recognised by its zeros, else the Western code page of Windows; None for what is no text in any of them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data[:200].count(0) * 3 > len(data[:200]):
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
