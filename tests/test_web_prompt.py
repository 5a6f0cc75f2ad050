"""Connections on which no whole request comes are closed; those that ask are not."""

import socket
from pathlib import Path

import pytest
from served import serving

from govcheck.web import prompt

_LATE = 10
_BEGUN = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompt, "PATIENCE", 0.1)


@pytest.mark.parametrize("sent", [[], [_BEGUN], [_BEGUN + b"\r\n", _BEGUN]])
def test_who_sends_no_whole_head_is_cut_off(tmp_path: Path, sent: list[bytes]) -> None:
    with serving(tmp_path) as served:
        port = int(served.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=_LATE) as client:
            for one in sent[:-1]:
                client.sendall(one)
                assert b"connection: close" not in client.recv(1 << 20).lower()
            client.sendall(b"".join(sent[-1:]))
            while client.recv(1 << 20):
                pass


def test_who_waits_for_an_answer_is_not_cut_off(tmp_path: Path) -> None:
    with serving(tmp_path) as served, served.client() as client:
        file = {"file": ("a.html", "<p>不是年报</p>".encode())}
        assert client.post("/api/v1/check", files=file).status_code < 500
