"""The inside of a worker: what a stranger hands in is read and judged here alone."""

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from traceback import format_exception
from typing import Final

from msgspec import json

from govcheck.errors import ManyUnusable, Unusable
from govcheck.processes.lifeline import bound
from govcheck.reports.json_rules import rules_json
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.web.checked import checked, contrasted
from govcheck.web.orders import (
    Answer,
    Broken,
    CheckOrder,
    ContrastOrder,
    Done,
    Order,
    Refused,
    Settings,
    order_of,
    packed,
)

_OBJECTS: Final = 200_000
"""So many new objects call for the garbage collector, as in the command."""
_RECORD: Final = 8000
"""Characters of a fault that are kept, its end."""
_MOST_REASONS: Final = 20

Step = Callable[[str], None]


def standing(opening: bytes) -> Callable[[bytes, Step], bytes]:
    """Return what answers orders, by the rules that a server was started with."""
    settings = json.decode(opening, type=Settings)
    bound(memory=settings.memory)
    book = load_rulebook(extra=[*map(Path, settings.rules)])
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS)

    def answer(content: bytes, step: Step) -> bytes:
        return packed(_answer(partial(_done, book, settings), order_of(content), step))

    return answer


def _answer(done: Callable[[Order, Step], Done], order: Order, step: Step) -> Answer:
    """Do what is asked; a fault stays with its order, but for want of memory."""
    try:
        return done(order, step)
    except MemoryError:
        raise
    except ManyUnusable as many:
        return Refused(reason="；".join(map(str, many.exceptions[:_MOST_REASONS])))
    except Unusable as unusable:
        return Refused(reason=str(unusable))
    except Exception as error:  # noqa: BLE001 - whatever it is, the next order is served
        return Broken(record="".join(format_exception(error))[-_RECORD:])


def _done(book: Rulebook, settings: Settings, order: Order, step: Step) -> Done:
    match order:
        case CheckOrder():
            return checked(order, book, convert=settings.convert, step=step)
        case ContrastOrder():
            return contrasted(order, book, convert=settings.convert, step=step)
    return Done(outputs={"json": rules_json(book).encode()})
