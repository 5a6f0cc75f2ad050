"""The workers: what hangs, eats or dies is told in words, and takes nothing else along."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("starlette")

from govcheck.web import pool
from govcheck.web.orders import CheckOrder, Done, Settings, Submitted
from govcheck.web.pool import Busy, Heavy, Late, Pool

MODULE = """
import os, time
from govcheck.web.orders import Done, order_of, packed
def standing(opening):
    def answer(content, step):
        name = order_of(content).report.name
        if name == "hang":
            step("hanging")
            while True: time.sleep(1)
        if name == "eat": raise MemoryError
        if name == "die": os._exit(3)
        return packed(Done(outputs={"pid": str(os.getpid()).encode()}))
    return answer
"""


def order(name: str) -> CheckOrder:
    file = Submitted(name=name, content=b"")
    return CheckOrder(report=file, today=date(2026, 1, 10), outputs=())


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Pool], Awaitable[None]]], None]:
    """Give what runs a story with a pool of one worker, of which one other may wait."""
    (tmp_path / "storied.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(pool, "_MODULE", "storied")

    def told(story: Callable[[Pool], Awaitable[None]]) -> None:
        async def whole() -> None:
            made = Pool(Settings(memory=1 << 30), workers=1, waiting=1)
            try:
                await story(made)
            finally:
                made.close()

        asyncio.run(whole())

    return told


async def answered(made: Pool) -> bytes:
    answer = await made.ask(order("x"), seconds=60)
    assert isinstance(answer, Done)
    return answer.outputs["pid"]


@pytest.mark.parametrize(
    ("name", "seconds", "error", "words"),
    [
        ("hang", 0.3, Late, "检查超过 0.3 秒，已中止"),
        ("eat", 60, Heavy, "检查所需内存超过限度，已中止"),
        ("die", 60, Heavy, "检查进程异常结束，已中止"),
    ],
)
def test_what_fails_is_told_and_the_next_is_served(
    run: Callable[..., None], name: str, seconds: float, error: type[Exception], words: str
) -> None:
    async def story(made: Pool) -> None:
        before = await answered(made)
        with pytest.raises(error, match=words):
            await made.ask(order(name), seconds=seconds)
        assert await answered(made) != before

    run(story)


def test_who_is_cancelled_takes_the_work_along(run: Callable[..., None]) -> None:
    async def story(made: Pool) -> None:
        begun = asyncio.Event()
        loop = asyncio.get_running_loop()

        def step(_: str) -> None:
            loop.call_soon_threadsafe(begun.set)

        asking = asyncio.create_task(made.ask(order("hang"), seconds=60, step=step))
        await begun.wait()
        waiting = asyncio.create_task(answered(made))
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert await waiting

    run(story)


def test_more_than_may_wait_are_refused(run: Callable[..., None]) -> None:
    async def story(made: Pool) -> None:
        tasks = [asyncio.create_task(answered(made)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Busy, match="请稍后再试"):
            await made.ask(order("x"), seconds=60)
        assert len(await asyncio.gather(*tasks)) == 2

    run(story)


def test_a_worker_makes_room_after_so_many_orders(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_MOST_ORDERS", 3)

    async def story(made: Pool) -> None:
        pids = [await answered(made) for _ in range(7)]
        assert [len(set(pids[at : at + 3])) for at in (0, 3, 6)] == [1, 1, 1]
        assert len(set(pids)) == 3

    run(story)
