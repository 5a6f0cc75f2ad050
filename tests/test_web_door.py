"""Who is let in: by a link that counts once, or by the password; what others are refused."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import FLAWED, Served, serving

from govcheck.web.access import Access, Locks
from govcheck.web.secrets import locked, new_password, opens


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("store")) as server:
        yield server


def test_nobody_comes_in_without_a_link(served: Served) -> None:
    with served.client() as client:
        for path in ("/", "/desk", "/reports/x", "/reports/x/files/json", "/desk/log"):
            answer = client.get(path)
            assert answer.status_code == 403, path
            assert "终端里所示的链接" in answer.text
        own = {"Origin": served.url}
        assert client.post("/reports", files={"file": FLAWED}, headers=own).status_code == 403


def test_a_link_counts_once_and_following_it_changes_nothing(served: Served) -> None:
    key, own = served.access.link(), {"Origin": served.url}
    with served.client() as one, served.client() as other:
        assert one.get("/enter", params={"key": key}).status_code == 200
        assert one.get("/").status_code == 403
        assert one.post("/enter", data={"key": key}, headers=own).status_code == 303
        assert one.get("/").status_code == 200
        assert other.post("/enter", data={"key": key}, headers=own).status_code == 403
        assert other.get("/").status_code == 403


def test_links_and_sessions_end() -> None:
    now = [0.0]
    access = Access(Locks(), clock=lambda: now[0])
    link, late = access.link(), access.link()
    session = access.enter(link)
    assert access.knows(session)
    now[0] = 16 * 60
    assert access.enter(late) is None
    now[0] = 13 * 3600
    assert not access.knows(session)


def test_password_opens_and_too_many_wrong_ones_close() -> None:
    now, password = [0.0], new_password()
    access = Access(Locks(password=locked(password)), clock=lambda: now[0])
    assert access.log_in(password, "a")
    assert [access.log_in(f"{one}", "a") for one in range(10)] == [None] * 10
    assert access.log_in(password, "a") is None
    assert access.log_in(password, "b")
    now[0] = 61
    assert access.log_in(password, "a")
    assert not opens("", locked(password))


def test_too_many_wrong_passwords_of_many_addresses_close_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("govcheck.web.access.opens", lambda given, _: given == "right")
    access = Access(Locks(password="x"), clock=lambda: 0.0)  # noqa: S106 - opens nothing
    for number in range(199):
        assert access.log_in("wrong", f"{number}") is None
    assert access.log_in("right", "b")
    assert access.log_in("wrong", "a") is None
    assert access.log_in("right", "b") is None


def test_a_session_is_kept_from_scripts_and_other_sites(served: Served) -> None:
    with served.client(headers={"Origin": served.url}) as client:
        answer = client.post("/enter", data={"key": served.access.link()})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("path", ["/reports", "/leave", "/links", "/reports/x/remove"])
def test_nothing_changes_without_an_origin_or_by_reading(served: Served, path: str) -> None:
    with served.browser() as browser:
        assert browser.get(path).status_code in (404, 405)
        del browser.headers["Origin"]
        assert browser.post(path).status_code == 403
        assert browser.post(path, headers={"Origin": "http://evil.example"}).status_code == 403


def test_others_come_in_by_the_password(tmp_path: Path) -> None:
    word = new_password()
    locks = Locks(password=locked(word), token="0")  # noqa: S106 - opens nothing
    anywhere = "0.0.0.0"  # noqa: S104 - said, not listened on
    with serving(tmp_path, locks=locks, listening=anywhere) as served:
        own = {"Origin": served.url}
        with served.client(headers=own) as client:
            assert 'type="password"' in client.get("/").text
            assert client.post("/enter", data={"password": "x"}).status_code == 403
            assert client.post("/enter", data={"password": word}).status_code == 303
            assert client.get("/").status_code == 200
            assert client.post("/leave").status_code == 303
            assert client.get("/").status_code == 403


@pytest.mark.parametrize("path", ["/enter", "/reports/x/decisions", "/leave"])
def test_nobody_outside_hands_in_much(served: Served, path: str) -> None:
    many = {"content": b"x" * 4_000_000, "headers": {"Origin": served.url}}
    with served.client() as client:
        assert client.post(path, **many).status_code == 413


def test_who_is_refused_while_sending_is_not_cut_off(served: Served) -> None:
    head = f"POST /enter HTTP/1.1\r\nHost: localhost\r\nContent-Length: {1 << 23}\r\n\r\n"
    port = int(served.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(head.encode())
        assert line.recv(1 << 16).startswith(b"HTTP/1.1 413 ")
        line.sendall(b"x" * (1 << 23))
        while line.recv(1 << 16):
            pass
