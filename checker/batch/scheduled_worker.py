"""What a worker of a Dask scheduler is asked: is it fit, and what do orders come to."""

from functools import lru_cache
from threading import Lock

from msgspec import msgpack

from govcheck.batch.judging_room import Room
from govcheck.batch.places import path_of
from govcheck.batch.task import BatchTerms
from govcheck.batch.worker import answers_of
from govcheck.errors import Unusable
from govcheck.version import __version__

_alone = Lock()
"""A worker may have several threads; reports are judged one after the other in a process."""


def fault_of_worker(version: str, opening: bytes, token: str) -> str:
    """Say (Chinese) why this process would not come to the same results, if it would not."""
    if version != __version__:
        return f"govcheck 是另一版本（{__version__}，应为 {version}）"
    folder = path_of(msgpack.decode(opening, type=BatchTerms).folder)
    if not (folder / token).exists():
        return f"看不到目录 {folder}；报告和 -o 目录要放在各机以同一路径共用的磁盘上"
    try:
        _room(opening)
    except Unusable as error:
        return f"{error}"
    return ""


def answered(opening: bytes, lot: bytes) -> bytes:
    """Answer a lot of orders, by the terms of the batch.  Raises Unusable for other rules."""
    with _alone:
        return answers_of(_room(opening), lot)


@lru_cache(maxsize=1)
def _room(opening: bytes) -> Room:
    return Room(msgpack.decode(opening, type=BatchTerms))
