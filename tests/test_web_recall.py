"""Answers that are given again: of the same order, once worked at, as many as there is room."""

import asyncio

import pytest

pytest.importorskip("starlette")

from govcheck.web.recall import Recall


class Work:
    """Counts how often it is done."""

    def __init__(self, answer: bytes) -> None:
        self.answer, self.times = answer, 0

    async def __call__(self) -> bytes:
        self.times += 1
        await asyncio.sleep(0)
        if not self.answer:
            raise LookupError
        return self.answer


def test_one_order_is_worked_at_once() -> None:
    work, recall = Work(b"answer"), Recall()

    async def ask() -> list[bytes]:
        first = await asyncio.gather(*(recall.answer(b"order", work) for _ in range(5)))
        return [*first, await recall.answer(b"order", work)]

    assert (asyncio.run(ask()), work.times) == ([b"answer"] * 6, 1)


def test_what_fails_is_told_to_all_and_not_kept() -> None:
    work, recall = Work(b""), Recall()

    async def ask() -> None:
        asking = (recall.answer(b"order", work) for _ in range(3))
        failed = await asyncio.gather(*asking, return_exceptions=True)
        assert [type(one) for one in failed] == [LookupError] * 3
        with pytest.raises(LookupError):
            await recall.answer(b"order", work)

    asyncio.run(ask())
    assert work.times == 2


def test_the_longest_unasked_gives_way() -> None:
    work, recall = Work(b"1234"), Recall(8)

    async def ask() -> None:
        for order in (b"a", b"b", b"a", b"c", b"a", b"b"):
            await recall.answer(order, work)

    asyncio.run(ask())
    assert work.times == 4


def test_what_is_larger_than_all_room_is_answered() -> None:
    work, recall = Work(b"12345"), Recall(4)
    assert asyncio.run(recall.answer(b"a", work)) == b"12345"
