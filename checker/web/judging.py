"""What is done with an upload: judged by what was decided, and held against the last one."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool

from govcheck.web.asking import done
from govcheck.web.decided import Decided, DecisionLog
from govcheck.web.limits import LONGEST, LONGEST_OCR
from govcheck.web.orders import Check, Contrast, Done, Facts, Stated
from govcheck.web.pool import Pool, Step
from govcheck.web.replies import NotDone
from govcheck.web.uploads import Upload, Uploads

_GONE = 410


class Judging(Struct, frozen=True, kw_only=True):
    """Who judges, and where it is kept.  What cannot be done raises NotDone."""

    pool: Pool
    uploads: Uploads
    decisions: DecisionLog

    async def judge(self, upload: Upload, step: Step) -> None:
        """Judge an upload and keep what was found."""
        answer, facts, decided = await self._checked(upload, ("page", "json"), step)
        await run_in_threadpool(self.uploads.found, upload.id, facts, answer.outputs, decided)
        if upload.difference is None:
            await self._compare(replace(upload, facts=facts), step)

    async def written(self, upload: Upload, name: str, step: Step) -> bytes:
        """Return an upload's result in another format."""
        answer, _, _ = await self._checked(upload, (name,), step)
        return answer.outputs[name]

    async def _checked(
        self, upload: Upload, outputs: tuple[str, ...], step: Step
    ) -> tuple[Done, Facts, int]:
        """Judge by what is decided on the report, whose it is once that was read.

        Returns with it the number of the last decision.
        """
        decided = await self._standing(upload.facts)
        answer, facts = await self._asked(upload, outputs, decided, step)
        if upload.facts is None or upload.facts.report != facts.report:
            decided = await self._standing(facts)
            if decided:
                answer, facts = await self._asked(upload, outputs, decided, step)
        return answer, facts, max((one.number for one in decided), default=0)

    async def _standing(self, facts: Facts | None) -> list[Decided]:
        if facts is None:
            return []
        return await run_in_threadpool(self.decisions.standing, facts.report)

    async def _asked(
        self, upload: Upload, outputs: tuple[str, ...], decided: Sequence[Decided], step: Step
    ) -> tuple[Done, Facts]:
        files = await run_in_threadpool(self.uploads.files, upload.id)
        if files is None:
            raise NotDone(_GONE, "这份报告已经删除")
        order = Check(
            report=files[0],
            last_year=files[1],
            stated=upload.stated,
            today=today(),
            decided=tuple(one.entry() for one in decided),
            outputs=outputs,
        )
        answer = await done(self.pool, order, longest(upload.stated), step)
        if answer.facts is None:
            raise NotDone(_GONE, "没有结果")
        return answer, answer.facts

    async def _compare(self, upload: Upload, step: Step) -> None:
        """Hold an upload against the one before it, where there is one."""
        before = await run_in_threadpool(self.uploads.before, upload)
        if before is None:
            return
        earlier = await run_in_threadpool(self.uploads.files, before.id)
        later = await run_in_threadpool(self.uploads.files, upload.id)
        if not earlier or not later:
            return
        order = Contrast(earlier=earlier[0], later=later[0], stated=upload.stated)
        answer = await done(self.pool, order, 2 * longest(upload.stated), step)
        if answer.difference:
            await run_in_threadpool(
                self.uploads.differs, upload.id, answer.difference, answer.outputs["html"]
            )


def longest(stated: Stated) -> int:
    """Return the seconds that a report may take."""
    return LONGEST_OCR if stated.ocr else LONGEST


def today() -> date:
    """Return the day that it is where the server is."""
    return datetime.now(tz=UTC).astimezone().date()
