"""A server at work: what all its requests share."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Final

from msgspec import Struct
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from govcheck.web.access import Access
from govcheck.web.decided import DecisionLog
from govcheck.web.jobs import Jobs
from govcheck.web.judging import Judging
from govcheck.web.orders import Settings
from govcheck.web.pool import Pool
from govcheck.web.recall import Recall
from govcheck.web.store import Store
from govcheck.web.uploads import Uploads

_HOUR: Final = 3600


class Setup(Struct, frozen=True, kw_only=True):
    """With what a server is started."""

    settings: Settings
    access: Access
    store: Store
    workers: int
    waiting: int
    keep: int
    """Days after which an upload is removed."""


class Server(Struct, frozen=True, kw_only=True):
    """What a server has at hand."""

    setup: Setup
    judging: Judging
    jobs: Jobs
    recall: Recall

    @property
    def access(self) -> Access:
        """Who may do what."""
        return self.setup.access

    @property
    def pool(self) -> Pool:
        """The workers."""
        return self.judging.pool

    @property
    def uploads(self) -> Uploads:
        """What was uploaded."""
        return self.judging.uploads

    @property
    def decisions(self) -> DecisionLog:
        """What was decided."""
        return self.judging.decisions


def server_of(request: Request) -> Server:
    """Return the server that a request has reached."""
    server: Server = request.app.state.server
    return server


def lifespan(setup: Setup) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return what starts a server and ends it."""

    @asynccontextmanager
    async def living(app: Starlette) -> AsyncIterator[None]:
        pool = Pool(setup.settings, workers=setup.workers, waiting=setup.waiting)
        pool.start()
        judging = Judging(
            pool=pool, uploads=Uploads(setup.store), decisions=DecisionLog(setup.store)
        )
        jobs = Jobs(judging, at_once=max(1, setup.workers - 1))
        app.state.server = Server(setup=setup, judging=judging, jobs=jobs, recall=Recall())
        for upload in judging.uploads.unjudged():
            jobs.add(upload)
        forgetting = asyncio.create_task(_forget(judging.uploads, setup.keep))
        try:
            yield
        finally:
            forgetting.cancel()
            with suppress(asyncio.CancelledError):
                await forgetting
            await jobs.close()
            pool.close()

    return living


async def _forget(uploads: Uploads, days: int) -> None:
    """Remove from time to time what has been kept long enough."""
    while True:
        await run_in_threadpool(uploads.forget, days)
        await asyncio.sleep(_HOUR)
