"""A server of our own on this machine's loopback, and what it answers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from msgspec import Struct, field


class Answer(Struct, frozen=True):
    content: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class OwnServer(Struct):
    address: str
    files: dict[str, Answer] = field(default_factory=dict[str, Answer])
    asked: list[str] = field(default_factory=list[str])
    hosts: list[str] = field(default_factory=list[str])


@contextmanager
def serving() -> Iterator[OwnServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append(self.path)
            known.hosts.append(self.headers["Host"])
            answer = known.files.get(self.path, Answer(status=404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    own = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known = OwnServer(address=f"http://127.0.0.1:{own.server_port}")
    thread = Thread(target=own.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield known
    finally:
        own.shutdown()
        own.server_close()
        thread.join()
