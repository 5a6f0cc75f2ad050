"""``govcheck serve`` as a process: how it starts, what it refuses, what a kill leaves."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from served import FLAWED, SOUND, httpx, page_of, shown

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")

COMMAND = (sys.executable, "-m", "govcheck", "serve", "--port", "0", "--no-open")
KEYS = re.compile(r'data-key="([0-9a-f-]+)"')
_CROWDED = """
import sys
from govcheck.web import running
running._MOST_CONNECTIONS = 2
from govcheck.__main__ import run
run()
"""
_BLOCKED = """
import sys
sys.modules["uvicorn"] = None
from govcheck.__main__ import run
sys.argv = ["govcheck", "serve"]
run()
"""
_COLD = """
import sys
sys.argv = ["govcheck", sys.argv[1], "-o", sys.argv[2]]
from govcheck.__main__ import run
try:
    run()
finally:
    others = ("govcheck.web", "starlette", "uvicorn", "sqlite3", "asyncio")
    print("imported", [one for one in sys.modules if one.startswith(others)])
"""


@contextmanager
def started(
    data: Path, *more: str, command: tuple[str, ...] = COMMAND
) -> Iterator[tuple[subprocess.Popen[str], Any]]:
    """Start a server; give it, and a browser that has been let in."""
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [*command, "--data", str(data), *more], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        told = process.stdout.readline()
        url, key = re.search(r"(http://[^/]+)/enter\?key=(\S+)", told).groups()  # type: ignore[union-attr]
        with httpx.Client(base_url=url, headers={"Origin": url}, timeout=60) as client:
            assert client.post("/enter", data={"key": key}).status_code == 303
            yield process, client
    finally:
        process.kill()
        process.communicate()


def test_a_killed_server_loses_no_decision(tmp_path: Path) -> None:
    with started(tmp_path) as (process, browser):
        page = page_of(browser, FLAWED)
        for number, key in enumerate(KEYS.findall(page.text)[:5]):
            choice = {"key": key, "decision": "豁免", "reason": f"理由{number}号"}
            sent = {"person": "张三", "choices": [choice]}
            assert browser.post(f"{page.url.path}/decisions", json=sent).status_code == 200
        process.send_signal(signal.SIGKILL)
        process.wait()
    with started(tmp_path) as (_, browser):
        text = shown(browser, page.url.path).text
    assert all(f"理由{number}号" in text for number in range(5))


def test_a_signal_asks_for_another_link(tmp_path: Path) -> None:
    with started(tmp_path) as (process, browser):
        assert process.stdout is not None
        assert "Ctrl-C" in process.stdout.readline()
        process.send_signal(signal.SIGUSR1)
        key = process.stdout.readline().partition("key=")[2].strip()
        browser.post("/leave")
        assert browser.get("/").status_code == 403
        assert browser.post("/enter", data={"key": key}).status_code == 303


def test_what_a_killed_server_was_judging_is_judged_by_the_next(tmp_path: Path) -> None:
    with started(tmp_path) as (process, browser):
        files = [("files", (f"{one}.html", FLAWED)) for one in range(4)]
        assert browser.post("/desk/reports", files=files).status_code == 303
        process.send_signal(signal.SIGKILL)
        process.wait()
    with started(tmp_path) as (_, browser):
        while "data-running" in (desk := browser.get("/desk").text):
            pass
    assert "青禾县人民政府" in desk


def test_a_folder_is_put_on_the_desk_once(tmp_path: Path) -> None:
    folder = tmp_path / "年报"
    folder.mkdir()
    (folder / "甲.html").write_bytes(FLAWED)
    (folder / "乙.html").write_bytes(FLAWED)
    (folder / "丙.html").write_bytes(SOUND)
    for _ in range(2):
        with started(tmp_path / "data", str(folder)) as (_, browser):
            while "data-running" in browser.get("/desk").text:
                pass
            table = browser.get("/desk/files/reports.csv").text
    assert len(table.splitlines()) == 3


def test_the_second_server_on_a_store_says_so(tmp_path: Path) -> None:
    with started(tmp_path):
        second = _run("--data", str(tmp_path))
    assert second.returncode == 2
    assert second.stderr.count("\n") == 1
    assert "另一个 govcheck serve 正在使用" in second.stderr


def test_more_connections_than_may_be_are_refused(tmp_path: Path) -> None:
    command = (sys.executable, "-c", _CROWDED, *COMMAND[3:])
    with started(tmp_path, command=command) as (_, browser):
        assert browser.get("/").status_code == 200
        with httpx.Client(base_url=browser.base_url) as other:
            assert other.get("/").status_code == 503


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with started(tmp_path / "one") as (_, browser):
        port = str(browser.base_url.port)
        second = _run("--data", str(tmp_path / "two"), "--port", port)
    assert second.returncode == 2
    assert "--port" in second.stderr


def test_others_need_a_password_that_is_told_once(tmp_path: Path) -> None:
    words = ("--host", "0.0.0.0", "--data", str(tmp_path))  # noqa: S104 - what is tested
    told = [_first_words(*words) for _ in range(2)]
    assert "口令：" in told[0]
    assert "接口令牌：" in told[0]
    assert "口令：" not in told[1]
    assert "口令：" in _first_words(*words, "--renew")


def _first_words(*words: str) -> str:
    """Return what a server says before it serves; it is ended then."""
    process = subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdout is not None
    told = ""
    while "Ctrl-C" not in told:
        told += process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate()
    return told


def test_without_its_libraries_it_says_what_to_install() -> None:
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", _BLOCKED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == 'govcheck: govcheck serve 需要另装组件：pip install "govcheck[web]"\n'


def test_a_check_imports_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(FLAWED)
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", _COLD, str(tmp_path / "a.html"), str(tmp_path / "out.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "imported []"


def test_an_interrupted_server_ends_well(tmp_path: Path) -> None:
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [*COMMAND, "--data", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "DISPLAY": ""},
    )
    assert process.stdout is not None
    while "Ctrl-C" not in process.stdout.readline():
        pass
    process.send_signal(signal.SIGINT)
    _, wrong = process.communicate()
    assert (process.returncode, wrong) in ((0, ""), (130, "govcheck: 已中止\n"))


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - ourselves
        [*COMMAND, *words], capture_output=True, text=True, check=False
    )
