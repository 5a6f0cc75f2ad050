"""A server started: its address taken, its store opened, its door locked, its user told."""

import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Final

import uvicorn
from msgspec import Struct

from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.reports.visible import visible
from govcheck.web.access import Access, Locks
from govcheck.web.app import application
from govcheck.web.forms import plain_name
from govcheck.web.hosts import Hosts, is_loopback
from govcheck.web.limits import MEMORY, MEMORY_OFFICE, MOST_WAITING
from govcheck.web.orders import Settings, Submitted
from govcheck.web.prompt import PromptProtocol
from govcheck.web.secrets import digest, locked, new_key, new_password
from govcheck.web.server import Setup
from govcheck.web.store import Store
from govcheck.web.upload import AMONG_MANY
from govcheck.web.uploads import Uploads

_PASSWORD, _TOKEN = "password", "token"
_BACKLOG: Final = 512
_MOST_CONNECTIONS: Final = 1000
_LEAVING: Final = 5
"""Seconds that requests are given to end when the server ends."""


class Wish(Struct, frozen=True, kw_only=True):
    """What the user asks for."""

    reports: tuple[Path, ...]
    """Put on the desk before anything else."""
    host: str
    port: int
    browser: bool
    folder: Path
    keep: int
    names: tuple[str, ...]
    renew: bool
    workers: int
    convert: bool
    rules: tuple[str, ...]


def run(wish: Wish) -> None:
    """Serve until a signal ends it.  Raises Unusable where that cannot be."""
    with closing(Store(wish.folder)) as store, closing(_listening(wish)) as listening:
        _take_in(wish.reports, Uploads(store))
        access = Access(_locks(wish, store))
        setup = Setup(
            settings=Settings(
                rules=wish.rules,
                memory=MEMORY_OFFICE if wish.convert else MEMORY,
                convert=wish.convert,
            ),
            access=access,
            store=store,
            workers=wish.workers,
            waiting=MOST_WAITING,
            keep=wish.keep,
        )
        _tell(wish, access, listening.getsockname()[1])
        config = uvicorn.Config(
            application(setup, Hosts(wish.host, wish.names)),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            http=PromptProtocol,
            lifespan="on",
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_LEAVING,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _take_in(reports: Iterable[Path], uploads: Uploads) -> None:
    """Keep reports that the store does not hold, to be judged; say which cannot be read."""
    for path in reports:
        try:
            content = content_of(path)
        except Unusable as error:
            _say(f"{visible(str(path))}：{error}")
            continue
        if not uploads.holds(content):
            file = Submitted(name=plain_name(path.name), content=content)
            uploads.add(file, follows=AMONG_MANY)


def _listening(wish: Wish) -> socket.socket:
    """Take the address.  Raises Unusable."""
    try:
        family = socket.getaddrinfo(wish.host, wish.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((wish.host, wish.port), family=family, backlog=_BACKLOG)
    except (OSError, UnicodeError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "地址不可用"
        way = "可用 --port 另选端口"
        raise Unusable(
            f"不能在 {wish.host} 端口 {wish.port} 上监听（{reason}）；{way}"
        ) from None


def _locks(wish: Wish, store: Store) -> Locks:
    """Return what opens a server that others can reach; set it up where it is missing."""
    if is_loopback(wish.host):
        return Locks()
    password, token = store.secret(_PASSWORD), store.secret(_TOKEN)
    if wish.renew or not password or not token:
        shown, key = new_password(), new_key()
        password, token = locked(shown), digest(key)
        store.keep_secret(_PASSWORD, password)
        store.keep_secret(_TOKEN, token)
        _say(f"口令：{shown}\n接口令牌：{key}\n只显示这一次；--renew 另设。")
    return Locks(password=password, token=token)


def _tell(wish: Wish, access: Access, port: int) -> None:
    """Say where the page is; open it, where there is a screen."""
    host = f"[{wish.host}]" if ":" in wish.host else wish.host
    address = f"http://{host}:{port}/"
    if access.locks.password:
        _say(f"govcheck 在 {address} 上；按 Ctrl-C 结束。")
        return

    def link() -> str:
        return f"{address}enter?key={access.link()}"

    first = link()
    _say(f"请用浏览器打开（只能用一次）：{first}")
    _offer_more(link)
    _say("按 Ctrl-C 结束。")
    seen = sys.platform in ("win32", "darwin") or any(
        os.environ.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if wish.browser and seen:
        webbrowser.open(first)


def _offer_more(link: Callable[[], str]) -> None:
    """Print another link whenever the operator asks for one: by a key, or by a signal."""

    def show() -> None:
        _say(f"新的链接（只能用一次）：{link()}")

    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, lambda *_: show())

    def listen() -> None:
        for _ in sys.stdin:
            show()

    if sys.stdin is not None and sys.stdin.isatty():
        _say("按回车取得新的链接。")
        Thread(target=listen, daemon=True).start()


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - the operator reads it
