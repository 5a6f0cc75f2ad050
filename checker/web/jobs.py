"""Uploads being judged: how far each is, what became of it, and how it is stopped."""

import asyncio
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from typing import Final

from starlette.concurrency import run_in_threadpool

from govcheck.web.judging import Judging
from govcheck.web.replies import NotDone
from govcheck.web.upload import Upload

_REMEMBERED: Final = 200
"""Refusals that are kept for those who ask."""


class _Job:
    """One upload that is being judged."""

    def __init__(self) -> None:
        self.step = "正在检查"
        self.task: asyncio.Task[None] | None = None

    def tell(self, words: str) -> None:
        """Take what is at work, from a worker's thread."""
        self.step = words


class Jobs:
    """The uploads that are being judged, and why others could not be."""

    def __init__(self, judging: Judging, *, at_once: int) -> None:
        """Take what is done with each, and how many of those that nobody waits for at once."""
        self._judging = judging
        self._closing = False
        self._turns = asyncio.Semaphore(at_once)
        self._jobs: dict[str, _Job] = {}
        self._refused: dict[str, NotDone] = {}
        self._told: dict[str, tuple[str, str]] = {}

    def step(self, id_: str) -> str | None:
        """Return how far the work at an upload is; None where there is none."""
        job = self._jobs.get(id_)
        return job.step if job else None

    def refused(self, id_: str) -> NotDone | None:
        """Return why an upload could not be judged."""
        return self._refused.get(id_)

    @property
    def count(self) -> int:
        """How many are being judged, or wait for it."""
        return len(self._jobs)

    def told(self) -> list[tuple[str, str]]:
        """Return which files could not be judged lately, and why; the last first."""
        return [*reversed(self._told.values())]

    def forget(self) -> None:
        """Say no more which files could not be judged."""
        self._told.clear()

    async def judge(self, upload: Upload, *, patience: float) -> None:
        """Begin to judge an upload, where it is not, and wait so many seconds for the end."""
        await asyncio.wait({self._begun(upload, nullcontext())}, timeout=patience)

    def add(self, upload: Upload) -> None:
        """Have an upload judged in its turn, which nobody waits for."""
        self._begun(upload, self._turns)

    def _begun(
        self, upload: Upload, turn: AbstractAsyncContextManager[None]
    ) -> asyncio.Task[None]:
        job = self._jobs.get(upload.id)
        if job is None or job.task is None:
            job = self._jobs[upload.id] = _Job()
            job.task = asyncio.create_task(self._judged(upload, job, turn))
        return job.task

    async def stop(self, id_: str) -> None:
        """Stop the work at an upload."""
        job = self._jobs.get(id_)
        if job and job.task:
            job.task.cancel()
            with suppress(asyncio.CancelledError):
                await job.task

    async def close(self) -> None:
        """Stop all work; it is taken up again when the server starts anew."""
        self._closing = True
        for id_ in tuple(self._jobs):
            await self.stop(id_)

    async def _judged(
        self, upload: Upload, job: _Job, turn: AbstractAsyncContextManager[None]
    ) -> None:
        """Judge an upload; one that was never judged and cannot be is not kept."""
        self._refused.pop(upload.id, None)
        try:
            async with turn:
                await self._judging.judge(upload, job.tell)
        except NotDone as error:
            await self._refuse(upload, error)
        except asyncio.CancelledError:
            if not self._closing:
                await self._refuse(upload, NotDone(410, "已取消"))
            raise
        except Exception:
            await self._refuse(upload, NotDone(500, "govcheck 自身出错"))
            raise
        finally:
            del self._jobs[upload.id]

    async def _refuse(self, upload: Upload, error: NotDone) -> None:
        for kept in (self._refused, self._told):
            while len(kept) >= _REMEMBERED:
                del kept[next(iter(kept))]
        self._refused[upload.id] = error
        self._told[upload.id] = (upload.name, str(error))
        if upload.facts is None:
            await run_in_threadpool(self._judging.uploads.remove, upload.id)
