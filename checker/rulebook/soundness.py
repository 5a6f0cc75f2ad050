"""Find out whether what a rule's file refers to exists, and whether its examples prove it."""

from collections.abc import Iterator, Mapping
from datetime import date
from string import Formatter
from typing import Any

from govcheck.document.vocabulary import Vocabulary
from govcheck.kinds.registry import KINDS
from govcheck.parameters import ColumnId, PartId, RowId, TableId
from govcheck.rulebook.bases import basis_errors
from govcheck.rulebook.conversion import Conversion, Keys
from govcheck.rulebook.draft import Draft, Library
from govcheck.rulebook.references import References
from govcheck.rulebook.scopes import unknown_regions
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile


def soundness_errors(draft: Draft, library: Library) -> Iterator[UnsoundFile]:
    """Yield all that is wrong but for the parameters of the checks."""
    yield from _references(draft, library)
    yield from _numbers(draft, library.vocabulary)
    yield from _example_errors(draft, library)


def _references(draft: Draft, library: Library) -> Iterator[UnsoundFile]:
    dimensions = [dimension.id for dimension in library.policy.dimensions]
    if draft.data["dimension"] not in dimensions:
        yield draft.unsound(("dimension",), unknown(draft.data["dimension"], dimensions))
    if draft.data["failure_title"] == draft.data["title"]:
        reason = "与 title 相同；请写不符合时的标题，如“未写明联系方式”"
        yield draft.unsound(("failure_title",), reason)
    yield from basis_errors(draft, library)
    for index, check in draft.items("checks"):
        offered = KINDS[check["kind"]].MESSAGE_FIELDS
        for _, asked, _, _ in Formatter().parse(check["message"]):
            if asked is not None and asked not in offered:
                yield draft.unsound(("checks", index, "message"), unknown(asked, offered))


def _numbers(draft: Draft, vocabulary: Vocabulary) -> Iterator[UnsoundFile]:
    """Find places that there are not, years that end before they begin, points below one."""
    scopes: list[tuple[Keys, Any]] = [(("applies_to",), draft.data.get("applies_to", {}))]
    scopes += [
        ((key, index, "applies_to"), entry.get("applies_to", {}))
        for key in ("checks", "basis")
        for index, entry in draft.items(key)
    ]
    for at, scope in scopes:
        for index, reason in unknown_regions(scope, vocabulary):
            yield draft.unsound((*at, "regions", index), reason)
        years = scope.get("years", {})
        if "from" in years and "to" in years and years["to"] < years["from"]:
            yield draft.unsound((*at, "years"), "to 早于 from，没有适用的年度")
    if "waived" in draft.data and not _is_day(draft.data["waived"]["date"]):
        yield draft.unsound(("waived", "date"), f"没有这一天：{draft.data['waived']['date']}")
    points = draft.data.get("points")
    if points and points["cap"] < points["each"]:
        yield draft.unsound(("points",), "cap 小于 each，一处也扣不满")


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _example_errors(draft: Draft, library: Library) -> Iterator[UnsoundFile]:
    """Find example outcomes that are missing or impossible, and tables that are not."""
    shown = {example["outcome"] for example in draft.data["examples"]}
    never = set(draft.data.get("never", ()))
    for outcome in ("pass", "fail"):
        if outcome not in shown | never:
            reason = (
                f"缺少 outcome: {outcome} 的示例；如不可能有此结果，请写 never: [{outcome}]"
            )
            yield draft.unsound(("examples",), reason)
    names = [example["name"] for example in draft.data["examples"]]
    for index, example in draft.items("examples"):
        at: Keys = ("examples", index)
        if example["name"] in names[:index]:
            yield draft.unsound((*at, "name"), f"“{example['name']}”重复")
        if example["outcome"] in never:
            reason = f"never 说不会有 {example['outcome']}"
            yield draft.unsound((*at, "outcome"), reason)
        conversion = Conversion(library.references)
        _name_tables(conversion, example["document"], (*at, "document"))
        yield from (draft.unsound(keys, reason) for keys, reason in conversion.misfits)


def _name_tables(conversion: Conversion, document: Mapping[str, Any], at: Keys) -> None:
    """Hold the parts, tables, rows and columns that an example names against the forms."""
    conversion.build(Mapping[PartId, Any], document.get("parts", {}), (*at, "parts"))
    tables = document.get("tables", {})
    conversion.build(Mapping[TableId, Any], tables, (*at, "tables"))
    for table, rows in tables.items():
        names = conversion.references.tables.get(table, {})
        inner = Conversion(References(names=names))
        inner.misfits = conversion.misfits
        inner.build(Mapping[RowId, Mapping[ColumnId, Any]], rows or {}, (*at, "tables", table))
    if "previous" in document:
        _name_tables(conversion, document["previous"], (*at, "previous"))
    others: Mapping[Keys, Any] = {
        ("peers",): document.get("peers", ()),
        ("roster", "bodies"): document.get("roster", {}).get("bodies", ()),
    }
    for keys, listed in others.items():
        for number, other in enumerate(listed):
            _name_tables(conversion, other, (*at, *keys, number))
