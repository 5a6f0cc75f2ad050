"""What a figure counts that leaves its noun to the figures before it."""

from collections.abc import Sequence
from typing import Final

from govcheck.late_pattern import late_pattern

_MORE_DOCUMENTS: Final = (
    ("repealed", late_pattern("[，、；](?:同时|宣布)?废止(?:[和、]失效)?了?")),
    ("in_force", late_pattern("[，、；](?:截至(?:目前|年底)，?)?(?:现行|继续)有效的?")),
)
_ADDED: Final = (
    {"applications.carried_in", "applications.new"},
    {"applications.carried_in", "applications.received"},
)
_SUM: Final = late_pattern(
    r"[，；](?:两[项者])?(?:[合总共]计(?:[应需]办理?)?|[应需]办理?)(?:政府信息公开)?(?:申请)?"
)

_TAKEN_IN: Final = ("applications.new", "applications.received")
_WHOLE: Final = late_pattern(
    "[，；](?:全年|全[省市州县区镇乡]){0,2}(?:合计|总计|共计|共|总共)(?:收到|受理)?"
)
"""What closes a list of months, ways or bodies: 1—6月收到5件，7—12月收到6件，全年共11件."""


def elided(before: str, named: Sequence[str]) -> str | None:
    """Return the concept of a figure that leaves its noun to those before it.

    制定规章5件、废止2件; 新收648件，上年结转21件，合计669件: ``named`` are the concepts of the
    sentence so far, the last of them of the figure right before; a figure that is part of
    another has none.
    """
    topic = named[-1].partition(".")[0]
    if topic in {"documents", "rules"}:
        name = next((name for name, words in _MORE_DOCUMENTS if words.fullmatch(before)), "")
        return f"{topic}.{name}" if name else None
    if set(named) in _ADDED and _SUM.fullmatch(before):
        return "applications.handled"
    alike = len(named) > 1 and len(set(named)) == 1 and named[0] in _TAKEN_IN
    return named[0] if alike and _WHOLE.fullmatch(before) else None
