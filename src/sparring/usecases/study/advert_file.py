"""The text of an advertisement from the bytes of a file: any usual encoding of text, a saved page, a document of Word or LibreOffice."""

import io
import re
import zipfile
import zlib
from html import unescape

from sparring.content.anki.sides import plain
from sparring.content.encodings import decoded
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
_BLOCK = re.compile(r"</(?:w:p|text:p|text:h)>|<(?:w:br|w:cr|text:line-break)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def text_of(data: bytes) -> str:
    """The text; UsageError says what cannot be read and what to do instead."""
    if data.startswith(b"%PDF"):
        raise UsageError(Message("advert.pdf"))
    if data.startswith(b"PK\x03\x04"):
        return _document(data)
    text = decoded(data)
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
