"""Records behave as frozen, slotted, keyword-only dataclasses do."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from govcheck.record import record


@record
class Plain:
    name: str
    count: int = 1
    items: tuple[int, ...] = field(default_factory=lambda: (1, 2))
    aside: str = field(default="", hash=False)
    ignored: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    name: str
    count: int = 1
    items: tuple[int, ...] = field(default_factory=lambda: (1, 2))
    aside: str = field(default="", hash=False)
    ignored: str = field(default="", compare=False)


@record
class Bare:
    """Without a field."""


def test_fields_and_defaults_are_a_dataclass_s() -> None:
    assert [one.name for one in fields(Plain)] == [one.name for one in fields(Model)]
    assert (
        inspect.signature(Plain).parameters.keys() == inspect.signature(Model).parameters.keys()
    )
    assert repr(Plain(name="a")) == repr(Model(name="a")).replace("Model", "Plain")


def test_what_is_wrong_in_a_call_is_refused() -> None:
    for wrong in ((), ("a",)):
        with pytest.raises(TypeError):
            Plain(*wrong)
    with pytest.raises(TypeError):
        Plain(name="a", other=1)  # type: ignore[call-arg]


def test_nothing_can_be_set_or_deleted() -> None:
    one = Plain(name="a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(FrozenInstanceError):
        one.other = 1  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__")


def test_equality_and_hash_are_by_value_and_class() -> None:
    one = Plain(name="a")
    assert one == Plain(name="a", ignored="x")
    assert one != Plain(name="a", aside="x")
    assert one != Model(name="a")
    assert hash(one) == hash(Plain(name="a", aside="x", ignored="y"))
    assert {Bare(): 1}[Bare()] == 1


def test_copies_are_equal() -> None:
    one = Plain(name="a", count=3)
    assert replace(one, name="b") == Plain(name="b", count=3)
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one  # noqa: S301 - our own
