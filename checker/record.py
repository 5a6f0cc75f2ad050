"""Records: frozen, slotted, keyword-only dataclasses that are quick to define and to make.

``dataclass(frozen=True, slots=True, kw_only=True)`` compiles six functions for every class; a
check has some 170 classes, and that was a quarter of its start.  ``record`` compiles one, the
``__init__``, and shares the others.  ``fields`` and ``replace`` know records as dataclasses.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a record of a class with annotated fields."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
    own = fields(made)
    made.__init__ = _init(made, own)
    made.__eq__ = _eq([one.name for one in own if one.compare])
    made.__hash__ = _hash([one.name for one in own if one.compare and one.hash is not False])
    made.__repr__ = _repr
    made.__setattr__ = made.__delattr__ = _refuse
    made.__setstate__ = _set_state
    return made  # type: ignore[no-any-return] # the class with slots, which dataclass made


def _init(made: Any, own: tuple[Field[Any], ...]) -> Callable[..., None]:  # noqa: ANN401
    """Compile ``def __init__(self, *, name=default, …)``; it sets the slots themselves."""
    known: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = ["self", "*"] if own else ["self"], ["pass"]
    for one in own:
        name, value = one.name, one.name
        known[f"set_{name}"] = getattr(made, name).__set__
        if one.default is not MISSING:
            known[f"default_{name}"] = one.default
            parameters.append(f"{name}=default_{name}")
        elif one.default_factory is not MISSING:
            known[f"make_{name}"] = one.default_factory
            parameters.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        else:
            parameters.append(name)
        lines.append(f"set_{name}(self, {value})")
    source = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines)
    exec(source, known)  # noqa: S102 - of the names of fields and nothing else
    init: Callable[..., None] = known["__init__"]
    init.__annotations__ = {one.name: one.type for one in own} | {"return": None}
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _eq(names: list[str]) -> Callable[[Any, object], bool]:
    values = attrgetter(*names, "__class__")

    def __eq__(self: Any, other: object) -> bool:  # noqa: ANN401, N807
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return __eq__


def _hash(names: list[str]) -> Callable[[Any], int]:
    values = attrgetter(*names, "__class__")

    def __hash__(self: Any) -> int:  # noqa: ANN401, N807
        return hash(values(self))

    return __hash__


def _repr(self: Any) -> str:  # noqa: ANN401
    said = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
    return f"{type(self).__qualname__}({said})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__} is frozen; so is its {name}")


def _set_state(self: object, state: tuple[None, dict[str, Any]]) -> None:
    """Take back what pickle and copy read out of the slots."""
    for name, value in state[1].items():
        object.__setattr__(self, name, value)
