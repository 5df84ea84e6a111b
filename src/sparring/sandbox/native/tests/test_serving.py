from sparring.sandbox.interface import Job, Stop, Stopped, Unreadable
from sparring.sandbox.native.serving import HttpReply, NoReply, serving
from sparring.sandbox.native.tests.conftest import LIMITS

SERVER = """import http.server

class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.end_headers()
        self.wfile.write(self.path.encode() + b" " + body[::-1])

    def do_GET(self):
        if self.path == "/exit":
            import os
            os._exit(3)
        self.wfile.write(b"nonsense" if self.path == "/bad" else b"HTTP/1.1 200 OK\\r\\n\\r\\nfine")

http.server.ThreadingHTTPServer(("127.0.0.1", 8000), Handler).serve_forever()
"""
ASYNC = """import asyncio

async def answer(reader, writer):
    await reader.readline()
    writer.write(b"HTTP/1.1 204 No Content\\r\\n\\r\\n")
    await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 8000)
    await server.serve_forever()

asyncio.run(main())
"""


def job(source):
    return Job({"solution.py": source}, limits=LIMITS)


def test_probes_reach_a_server(engine):
    with serving(engine, job(SERVER), 8000) as server:
        reply = server.request("POST", "/a?b=1", body=b"abc")
        assert isinstance(reply, HttpReply)
        assert (reply.status, reply.body) == (201, b"/a?b=1 cba")
        assert server.request("GET", "/").body == b"fine"
        assert server.request("GET", "/bad") == NoReply("malformed")


def test_an_asyncio_server(engine):
    with serving(engine, job(ASYNC), 8000) as server:
        assert server.request("GET", "/").status == 204


def test_a_server_that_ends_or_never_listens(engine):
    with serving(engine, job(SERVER), 8000) as server:
        server.request("GET", "/exit")
        assert server.request("GET", "/") == NoReply("ended", Stopped(Stop.FORBIDDEN, "exited with 3"))
    with serving(engine, job("import time\ntime.sleep(60)\n"), 8000) as server:
        assert server.request("GET", "/", seconds=0.05) == NoReply("refused")


def test_a_server_that_cannot_be_read(engine):
    with serving(engine, job("def f(:\n"), 8000) as server:
        assert isinstance(server, Unreadable)
        assert server.line == 1


def test_it_is_over_afterwards(engine):
    with serving(engine, job(SERVER), 8000) as server:
        assert server.request("GET", "/").status == 200
    with serving(engine, job("while True: pass\n"), 8000) as server:
        assert server.request("GET", "/", seconds=0.05) == NoReply("refused")
