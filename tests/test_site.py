"""Where a site may lead: to no machine of the user's own, by whatever name or redirect."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from threading import Thread
from typing import Any

import httpx
import pytest
from knowledge import KNOWLEDGE
from own_server import Answer, OwnServer, serving

from govcheck.checking import read
from govcheck.collecting import site
from govcheck.collecting.manners import Manners
from govcheck.collecting.report import read_online
from govcheck.collecting.site import Fetched, Site, is_private
from govcheck.errors import Unusable

OPEN = "93.184.216.34"
OWN = (
    *("127.0.0.1", "10.0.0.8", "172.16.3.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.8"),  # noqa: S104 - led to
)
Named = Callable[..., None]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Named:
    """Give what lets names mean machines: each time the next ones, the last ones for good."""

    def let(**names: list[list[str]]) -> None:
        asked = socket.getaddrinfo

        def found(name: str, port: int | None, *_: object, **__: object) -> list[Any]:
            turns = names.get(name.partition(".")[0])
            if turns is None:
                return asked(name, port, type=socket.SOCK_STREAM)
            places = turns.pop(0) if len(turns) > 1 else turns[0]
            kind = socket.SOCK_STREAM
            return [(socket.AF_INET, kind, 0, "", (place, port)) for place in places]

        monkeypatch.setattr(socket, "getaddrinfo", found)

    return let


@pytest.fixture
def server() -> Iterator[OwnServer]:
    with serving() as own:
        yield own


def port_of(server: OwnServer) -> int:
    return int(server.address.rpartition(":")[2])


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Give the answers of the whole network, by address; what is asked for is taken away."""
    known: dict[str, Any] = {}
    client = httpx.Client
    transport = httpx.MockTransport(lambda asked: known.pop(str(asked.url)))
    monkeypatch.setattr(
        httpx, "Client", lambda **options: client(**{**options, "transport": transport})
    )
    return known


@pytest.mark.parametrize("place", OWN)
def test_a_name_leads_to_no_machine_of_the_user(
    named: Named, answers: dict[str, Any], place: str
) -> None:
    answers["http://oa.example/"] = httpx.Response(200)
    named(oa=[[OPEN, place]])
    with Site(private=False) as one, pytest.raises(Unusable, match="内部网络"):
        one.fetch("http://oa.example/")
    assert answers
    assert not is_private("http://oa.example/")


@pytest.mark.parametrize("place", OWN)
def test_a_redirect_leads_to_no_machine_of_the_user(
    named: Named, answers: dict[str, Any], place: str
) -> None:
    there = {"Location": "http://oa.example/"}
    answers["http://www.example/"] = httpx.Response(302, headers=there)
    answers["http://oa.example/"] = httpx.Response(200)
    named(www=[[OPEN]], oa=[[place]])
    with Site(private=False) as one, pytest.raises(Unusable, match="内部网络"):
        one.fetch("http://www.example/")
    assert list(answers) == ["http://oa.example/"]
    assert is_private("http://oa.example/")


@pytest.mark.parametrize("number", ["2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"])
def test_a_number_written_otherwise_is_the_same_machine(number: str) -> None:
    with Site(private=False) as one, pytest.raises(Unusable, match=r"内部网络|找不到网站"):
        one.fetch(f"http://{number}/")


def test_the_machine_that_was_looked_up_is_asked_whatever_its_name_means_then(
    named: Named, server: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.files["/"] = Answer(b"page")
    named(www=[["127.0.0.1"], ["127.0.0.2"]])
    monkeypatch.setattr(site, "_is_own", lambda place: place == "127.0.0.2")
    where = f"http://www.example:{port_of(server)}/"
    with Site(private=False) as one:
        assert one.fetch(where) == Fetched(address=where, content=b"page", kind="")
    assert server.hosts == [f"www.example:{port_of(server)}"]


def test_of_the_machines_of_a_name_one_that_hears_is_asked(
    named: Named, server: OwnServer
) -> None:
    server.files["/"] = Answer(b"page")
    named(www=[["127.0.0.2", "127.0.0.1"]])
    with Site(private=True) as one:
        assert one.fetch(f"http://www.example:{port_of(server)}/").content == b"page"


def test_a_name_is_certified_and_not_the_machine_s_number(named: Named) -> None:
    named(www=[["127.0.0.1"]])
    heard: list[bytes] = []

    def hear(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            heard.append(connection.recv(10_000))

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)
        thread = Thread(target=hear, args=(listener,), daemon=True)
        thread.start()
        with Site(private=True) as one, pytest.raises(Unusable):
            one.fetch(f"https://www.example:{listener.getsockname()[1]}/")
        thread.join()
    assert b"www.example" in heard[0]


def test_a_name_of_the_user_s_own_may_lead_on_within_the_network(
    named: Named, server: OwnServer
) -> None:
    port = port_of(server)
    server.files["/"] = Answer(b"", 302, {"Location": f"http://files.example:{port}/a"})
    server.files["/a"] = Answer(b"report")
    named(oa=[["127.0.0.1"]], files=[["127.0.0.1"]])
    where = f"http://oa.example:{port}/"
    with Site(private=is_private(where)) as one:
        assert one.fetch(where).content == b"report"


def test_what_is_answered_from_the_open_network_leads_to_no_machine_of_the_user(
    named: Named, server: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.files["/"] = Answer(b"page")
    named(www=[["10.0.0.8"], ["127.0.0.1"]], oa=[["10.0.0.8"]])
    monkeypatch.setattr(site, "_is_own", lambda place: place == "10.0.0.8")
    where = f"http://www.example:{port_of(server)}/"
    with Site(private=is_private(where)) as one:
        assert one.fetch(where).content == b"page"
        with pytest.raises(Unusable, match="内部网络"):
            one.fetch("http://oa.example/")


def test_a_page_of_the_open_network_is_read_without_what_lies_within(
    named: Named, answers: dict[str, Any]
) -> None:
    title = "云岭市水务局2024年政府信息公开工作年度报告"
    page = f'<h1>{title}</h1><p><a href="http://oa.example/a.docx">{title}</a></p>'
    answers["http://www.example/"] = httpx.Response(200, html=page)
    answers["http://oa.example/a.docx"] = httpx.Response(200)
    named(www=[[OPEN]], oa=[["10.0.0.8"]])
    reading = partial(read, knowledge=KNOWLEDGE)
    with pytest.raises(Unusable, match=f"附件“{title}”.*内部网络"):
        read_online("http://www.example/", reading, now=datetime(2025, 2, 3, tzinfo=UTC))
    assert list(answers) == ["http://oa.example/a.docx"]


def test_a_column_of_the_open_network_stays_there_whatever_its_name_comes_to_mean(
    named: Named, answers: dict[str, Any]
) -> None:
    answers["http://www.example/robots.txt"] = httpx.Response(404)
    answers["http://www.example/nb/"] = httpx.Response(200)
    answers["http://www.example/nb/2"] = httpx.Response(200)
    named(www=[[OPEN], [OPEN], [OPEN], ["10.0.0.8"]])
    manners = Manners("http://www.example/", pause=0)
    with manners.site() as one:
        one.fetch("http://www.example/nb/")
    with manners.site() as one, pytest.raises(Unusable, match="内部网络"):
        one.fetch("http://www.example/nb/2")
    assert list(answers) == ["http://www.example/nb/2"]
