"""What is joined by links, directly or over others, in time in proportion to the links."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


def groups(
    links: Iterable[tuple[int, int]], place: Mapping[int, int]
) -> tuple[tuple[int, ...], ...]:
    """Return what is joined, each group and the groups in the order of ``place``."""
    above: dict[int, int] = {}

    def top(one: int) -> int:
        while (over := above.setdefault(one, one)) != one:
            above[one] = above[over]
            one = above[one]
        return one

    for one, other in links:
        first, second = sorted((top(one), top(other)), key=place.__getitem__)
        above[second] = first
    joined = defaultdict[int, list[int]](list)
    for one in sorted(above, key=place.__getitem__):
        joined[top(one)].append(one)
    return tuple(map(tuple, joined.values()))
