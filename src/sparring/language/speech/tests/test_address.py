"""A transcriber at an address, with a real server on this machine."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import numpy as np
import pytest

from sparring.core.speech import Stretch, Word
from sparring.language.speech.address import Address
from sparring.language.speech.loopback import is_loopback
from sparring.language.speech.sound import RATE, Sound
from sparring.language.speech.transcriber import TranscriberError

SOUND = Sound(np.zeros(4 * RATE, np.float32))
VOICE = (Stretch(0.5, 1.5), Stretch(2.0, 3.0))
TIMED = {
    "text": "Hello world",
    "language": "english",
    "words": [{"word": "Hello", "start": 0.5, "end": 1.0}, {"word": "world", "start": 2.1, "end": 2.6}],
}


@pytest.fixture
def server():
    """Answers with what the test says, and remembers what it was asked."""

    class Handler(BaseHTTPRequestHandler):
        status, answer, asked, headers_seen = 200, TIMED, b"", {}

        def do_POST(self):
            Handler.asked = self.rfile.read(int(self.headers["Content-Length"]))
            Handler.headers_seen = {"path": self.path, "key": self.headers.get("Authorization")}
            body = Handler.answer if isinstance(Handler.answer, bytes) else json.dumps(Handler.answer).encode()
            self.send_response(Handler.status)
            if Handler.status == 302:
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    http = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Handler, f"http://127.0.0.1:{http.server_port}/v1"
    http.shutdown()
    http.server_close()
    thread.join()


def test_words_come_with_their_times(server):
    handler, url = server
    told = []
    found = Address(url, "tiny", "secret").transcribe(SOUND, VOICE, ("en",), told.append)
    assert (found.text, found.language) == ("Hello world", "en")
    assert found.words == (Word("Hello", 0.5, 1.0), Word("world", 2.1, 2.6))
    assert told == [found.words]
    assert handler.headers_seen == {"path": "/v1/audio/transcriptions", "key": "Bearer secret"}
    assert b"RIFF" in handler.asked
    assert b'name="language"\r\n\r\nen\r\n' in handler.asked


def test_without_times_the_words_are_spread_over_the_voice(server):
    handler, url = server
    handler.answer = {"text": "one two three four"}
    found = Address(url).transcribe(SOUND, VOICE, ("en", "it"), lambda _: None)
    assert [(word.text, word.start, word.end) for word in found.words] == [
        ("one", 0.5, 1.0),
        ("two", 1.0, 1.5),
        ("three", 2.0, 2.5),
        ("four", 2.5, 3.0),
    ]
    assert b'name="language"' not in handler.asked


@pytest.mark.parametrize(
    ("status", "answer"),
    [(500, b"out of memory"), (302, b""), (200, b"<html>"), (200, b"[1]"), (200, {"text": "a", "words": [{"w": 1}]})],
)
def test_what_goes_wrong_there_is_told(server, status, answer):
    handler, url = server
    handler.status, handler.answer = status, answer
    with pytest.raises(TranscriberError):
        Address(url).transcribe(SOUND, VOICE, ("en",), lambda _: None)


def test_nobody_there_is_told():
    with pytest.raises(TranscriberError, match=r"127\.0\.0\.1"):
        Address("http://127.0.0.1:9/v1").transcribe(SOUND, VOICE, ("en",), lambda _: None)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8000/v1", True),
        ("http://[::1]/v1", True),
        ("http://localhost:1", True),
        ("http://localhost.evil.com", False),
        ("https://192.168.1.4", False),
        ("http://127.0.0.1@evil.com/", False),
    ],
)
def test_this_machine_is_known(url, here):
    assert is_loopback(url) is here
