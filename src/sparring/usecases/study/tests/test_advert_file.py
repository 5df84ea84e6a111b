"""Advertisements come as files of every kind: what can be read is read, what cannot is told in words."""

import io
import zipfile

import pytest

from sparring.core.problem import UsageError
from sparring.usecases.study.advert_file import text_of

WORDS = "Cerchiamo sviluppatore Python: perché la qualità conta"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_usual_encodings_are_read(encoding):
    assert text_of(WORDS.encode(encoding)) == WORDS


def test_a_saved_page_is_read_without_its_markup_and_scripts():
    page = (
        "<!doctype html><html><body><h1>Python developer</h1><ul><li>Django &amp; SQL</li></ul><script>var java = 1</script></body></html>"
    )
    assert text_of(page.encode()).split() == ["Python", "developer", "-", "Django", "&", "SQL"]


def test_a_text_that_speaks_of_tags_stays_as_it_is():
    assert text_of(b"You know HTML: <b>, <i> and C++ templates like vector<int>.").endswith("vector<int>.")


def document(name, markup):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, markup)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "paragraph"), [("word/document.xml", "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"), ("content.xml", "<text:p>{}</text:p>")]
)
def test_documents_of_word_and_libreoffice_are_read(name, paragraph):
    markup = "<doc>" + paragraph.format("Python &amp; Django") + paragraph.format("SQL") + "</doc>"
    assert text_of(document(name, markup)) == "Python & Django\nSQL"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "advert.pdf"),
        (b"{\\rtf1 Python}", "advert.not-text"),
        (b"PK\x03\x04broken", "advert.not-text"),
        (document("other.xml", "<a/>"), "advert.not-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x01\x02", "advert.not-text"),
        (bytes(range(256)) * 4, "advert.not-text"),
    ],
)
def test_what_is_no_text_is_told(data, message):
    with pytest.raises(UsageError) as caught:
        text_of(data)
    assert caught.value.saying.id == message
