"""Numbers that count several things together: 行政复议、行政诉讼案件420件."""

from typing import Final

from govcheck.late_pattern import late_pattern

_AND: Final = "(?:、|和|及|与|或者?|以及)"
_RESULT: Final = "(?:部分公开|不予公开|无法提供|不予处理|其[他它]处理)"
_CASES: Final = "(?:行政)?(?:复议|诉讼|应诉)(?:案件?|申请|事项)?"
_JOINT: Final = late_pattern(
    rf"(?:{_RESULT}{_AND}{_RESULT}|{_CASES}{_AND}{_CASES})"
    "(?:(?!复议|诉讼|公开)[^，。；：（）]){0,12}$"
)
_EACH: Final = late_pattern("(?:各|均)(?:是|为|有)?$")


def is_joint(before: str) -> bool:
    """Whether the words right before a number name several kinds that it adds up."""
    return _JOINT.search(before) is not None and not _EACH.search(before)
