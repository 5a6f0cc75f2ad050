"""What a worker makes of an order, or why not, in words for the user."""

import sys
from typing import Final

from govcheck.web.orders import Answer, Done, Order, Refused
from govcheck.web.pool import Busy, Pool, Step, Unanswered
from govcheck.web.replies import NotDone

_UNUSABLE, _FAULT, _BUSY = 422, 500, 503
_MOST_LOGGED: Final = 8000


async def done(pool: Pool, order: Order, seconds: float, step: Step | None = None) -> Done:
    """Return what a worker has made of an order.  Raises NotDone."""
    try:
        answer: Answer = await pool.ask(order, seconds=seconds, step=step)
    except Unanswered as error:
        raise NotDone(_BUSY if isinstance(error, Busy) else _UNUSABLE, str(error)) from None
    if isinstance(answer, Done):
        for fault in answer.facts.faults if answer.facts else ():
            log(fault)
        return answer
    if isinstance(answer, Refused):
        raise NotDone(_UNUSABLE, answer.reason)
    log(answer.record)
    raise NotDone(_FAULT, "govcheck 自身出错，已记入日志")


def log(words: str) -> None:
    """Tell the operator, on standard error, what no user need see."""
    print(words[-_MOST_LOGGED:], file=sys.stderr, flush=True)  # noqa: T201 - the server's log
