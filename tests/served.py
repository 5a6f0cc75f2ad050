"""A server for tests, in a thread of this process; its workers are processes as ever.

Who imports this is skipped where the ``web`` or ``collect`` part is not installed.
"""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, Final

import pytest

pytest.importorskip("starlette")
pytest.importorskip("python_multipart")
uvicorn = pytest.importorskip("uvicorn")
httpx = pytest.importorskip("httpx")

from govcheck.web.access import Access, Locks  # noqa: E402 - after what it needs
from govcheck.web.app import application  # noqa: E402
from govcheck.web.hosts import Hosts  # noqa: E402
from govcheck.web.limits import MEMORY  # noqa: E402
from govcheck.web.orders import Settings  # noqa: E402
from govcheck.web.prompt import PromptProtocol  # noqa: E402
from govcheck.web.server import Setup  # noqa: E402
from govcheck.web.store import Store  # noqa: E402

EXAMPLES: Final = Path(__file__).parent.parent / "examples"
FLAWED: Final = (EXAMPLES / "flawed.html").read_bytes()
SOUND: Final = (EXAMPLES / "sound.html").read_bytes()
_LATE: Final = 60
"""Seconds after which a test gives up waiting for what comes at once."""


class Served:
    """A server that runs, and who knocks at it."""

    def __init__(self, url: str, access: Access) -> None:
        self.url, self.access = url, access

    def client(self, **options: Any) -> Any:  # noqa: ANN401 - untyped where httpx is missing
        """Return a program that is not a browser."""
        return httpx.Client(base_url=self.url, timeout=_LATE, **options)

    @contextmanager
    def browser(self) -> Iterator[Any]:
        """Give a browser that has been let in."""
        with self.client(headers={"Origin": self.url}) as client:
            answer = client.post("/enter", data={"key": self.access.link()})
            assert answer.status_code == 303
            yield client


@contextmanager
def serving(
    folder: Path,
    *,
    locks: Locks = Locks(),  # noqa: B008 - frozen
    listening: str = "127.0.0.1",
    memory: int = MEMORY,
) -> Iterator[Served]:
    """Serve a store, on a port of its own."""
    access = Access(locks)
    with closing(Store(folder)) as store, socket.create_server(("127.0.0.1", 0)) as port:
        setup = Setup(
            settings=Settings(memory=memory),
            access=access,
            store=store,
            workers=2,
            waiting=100,
            keep=90,
        )
        app = application(setup, Hosts(listening))
        server = uvicorn.Server(
            uvicorn.Config(
                app, log_level="warning", access_log=False, ws="none", http=PromptProtocol
            )
        )
        thread = Thread(target=server.run, kwargs={"sockets": [port]})
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{port.getsockname()[1]}", access)
        finally:
            server.should_exit = True
            thread.join()


def page_of(browser: Any, content: bytes, name: str = "稿件.html", **fields: Any) -> Any:  # noqa: ANN401
    """Hand in a report as the form does, and return the page that it leads to."""
    answer = browser.post("/reports", files={"file": (name, content)}, data=fields)
    assert answer.status_code == 303, answer.text
    return shown(browser, answer.headers["location"])


def shown(browser: Any, path: str) -> Any:  # noqa: ANN401 - untyped where httpx is missing
    """Return a report's page, once its result is there: the server itself waits a while."""
    for _ in range(_LATE):
        page = browser.get(path)
        if "data-waiting" not in page.text:
            return page
    raise AssertionError(path)
