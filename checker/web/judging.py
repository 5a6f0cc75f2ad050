"""What is done with an upload: judged by what was decided, and held against the last one."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool

from govcheck.clock import this_day
from govcheck.web.asking import done
from govcheck.web.decided import Decided, DecisionLog
from govcheck.web.limits import LONGEST, LONGEST_OCR
from govcheck.web.orders import CheckOrder, ContrastOrder, Done, Mending, ResultFacts, Stated
from govcheck.web.pool import Pool, Step
from govcheck.web.replies import NotDone
from govcheck.web.upload import Upload
from govcheck.web.uploads import Uploads

_GONE = 410


class Judging(Struct, frozen=True, kw_only=True):
    """Who judges, and where it is kept.  What cannot be done raises NotDone."""

    pool: Pool
    uploads: Uploads
    decisions: DecisionLog

    async def judge(self, upload: Upload, step: Step) -> None:
        """Judge an upload, keep what was found, and compare it with the one it mends."""
        named = await run_in_threadpool(self.uploads.before, upload)
        comparing = asyncio.create_task(self._compare(upload, named, step))
        try:
            facts = await self._find(upload, named, step)
        except BaseException:
            comparing.cancel()
            with suppress(asyncio.CancelledError):
                await comparing
            raise
        await comparing
        if named is None:
            known = replace(upload, facts=facts)
            before = await run_in_threadpool(self.uploads.before, known)
            await self._compare(known, before, step)

    async def _find(self, upload: Upload, named: Upload | None, step: Step) -> ResultFacts:
        """Judge an upload and keep what was found; ``named`` is likely the same report."""
        expected = upload.facts or (named.facts if named else None)
        answer, facts, decided = await self._checked(upload, expected, ("page", "json"), step)
        await run_in_threadpool(self.uploads.found, upload.id, facts, answer.outputs, decided)
        return facts

    async def written(self, upload: Upload, name: str, step: Step) -> bytes:
        """Return an upload's result in another format."""
        answer, _, _ = await self._checked(upload, upload.facts, (name,), step)
        return answer.outputs[name]

    async def _checked(
        self, upload: Upload, expected: ResultFacts | None, outputs: tuple[str, ...], step: Step
    ) -> tuple[Done, ResultFacts, int]:
        """Judge by what is decided on the report that is expected; by another's, if it is one.

        Returns with it the number of the last decision.
        """
        decided = await self._standing(expected)
        answer, facts = await self._asked(upload, outputs, decided, step)
        if expected is None or expected.report != facts.report:
            former, decided = decided, await self._standing(facts)
            if former or decided:
                answer, facts = await self._asked(upload, outputs, decided, step)
        return answer, facts, max((one.number for one in decided), default=0)

    async def _standing(self, facts: ResultFacts | None) -> list[Decided]:
        if facts is None:
            return []
        return await run_in_threadpool(self.decisions.standing, facts.report)

    async def _asked(
        self, upload: Upload, outputs: tuple[str, ...], decided: Sequence[Decided], step: Step
    ) -> tuple[Done, ResultFacts]:
        files = await run_in_threadpool(self.uploads.files, upload.id)
        if files is None:
            raise NotDone(_GONE, "这份报告已经删除")
        order = CheckOrder(
            report=files[0],
            last_year=files[1],
            stated=upload.stated,
            today=this_day(),
            decided=tuple(one.entry() for one in decided),
            outputs=outputs,
        )
        answer = await done(self.pool, order, longest(upload.stated), step)
        if answer.facts is None:
            raise NotDone(_GONE, "没有结果")
        return answer, answer.facts

    async def _compare(self, upload: Upload, before: Upload | None, step: Step) -> None:
        """Hold an upload against the one before it, where there is one and it is not done."""
        if before is None or upload.difference is not None:
            return
        earlier = await run_in_threadpool(self.uploads.files, before.id)
        later = await run_in_threadpool(self.uploads.files, upload.id)
        if not earlier or not later:
            return
        order = ContrastOrder(earlier=earlier[0], later=later[0], stated=upload.stated)
        difference, page = Mending(), b""
        try:
            answer = await done(self.pool, order, 2 * longest(upload.stated), step)
            difference, page = answer.difference or difference, answer.outputs["html"]
        except NotDone as error:
            difference = Mending(why=str(error))
        await run_in_threadpool(self.uploads.differs, upload.id, difference, page)


def longest(stated: Stated) -> int:
    """Return the seconds that a report may take."""
    return LONGEST_OCR if stated.ocr else LONGEST
