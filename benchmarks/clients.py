"""Many programs asking one server at once: how long each waits, and what the server grows to.

    python benchmarks/clients.py [--clients 50] [--seconds 60] [--kilobytes 25] [--reports N]

Starts a server of its own, with an empty store.  Every report differs from every other, or
there are N in all, and the server knows most of the answers.
"""

import argparse
import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import monotonic

from pages import report


def request(content: bytes) -> bytes:
    """Return the bytes of a request that hands a report in."""
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.html"\r\n\r\n'
        + content
        + b"\r\n--b--\r\n"
    )
    head = (
        "POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def client(
    port: int, name: int, asked: argparse.Namespace, end: float, took: list[float]
) -> int:
    """Ask until the end; return how often the answer was none."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    failed = number = 0
    while monotonic() < end:
        which = (name * 100_000 + number) % (asked.reports or sys.maxsize)
        sent = request(report(asked.kilobytes * 1024, which))
        begun = monotonic()
        writer.write(sent)
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        await reader.readexactly(int(length[1]) if length else 0)
        took.append(monotonic() - begun)
        failed += not head.startswith(b"HTTP/1.1 200")
        number += 1
    writer.close()
    return failed


def memory(root: int) -> int:
    """Return the megabytes in memory of a process and its children."""
    children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
    own = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{root}/status").read_text())
    return (int(own[1]) // 1024 if own else 0) + sum(memory(int(one)) for one in children)


async def watch(root: int, end: float) -> list[int]:
    """Return the memory of the server, every five seconds."""
    seen = []
    while monotonic() < end:
        seen.append(memory(root))
        await asyncio.sleep(5)
    return seen


async def ask(port: int, root: int, asked: argparse.Namespace) -> None:
    """Ask for so long, and print what came of it."""
    end, took = monotonic() + asked.seconds, list[float]()
    clients = (client(port, one, asked, end, took) for one in range(asked.clients))
    watching = asyncio.create_task(watch(root, end))
    failed = sum(await asyncio.gather(*clients))
    cuts = quantiles(took, n=100)
    print(f"{len(took)} answers, {failed} failed, {len(took) / asked.seconds:.1f} a second")
    print(f"seconds: median {cuts[49]:.3f}, p95 {cuts[94]:.3f}, most {max(took):.3f}")
    print(f"megabytes, every five seconds: {await watching}")


def main() -> None:
    """Start a server and ask it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--kilobytes", type=int, default=25)
    parser.add_argument("--reports", type=int)
    asked = parser.parse_args()
    command = [sys.executable, "-m", "govcheck", "serve", "--port", "0", "--no-open"]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen([*command, "--data", folder], stdout=subprocess.PIPE)
        try:
            told = server.stdout.readline() if server.stdout else b""
            port = re.search(rb"127\.0\.0\.1:(\d+)", told)
            asyncio.run(ask(int(port[1]) if port else 0, server.pid, asked))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
