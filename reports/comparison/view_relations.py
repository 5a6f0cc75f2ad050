"""The figures that follow from last year's report, line by line, right or wrong."""

from collections.abc import Iterator

from msgspec import Struct

from govcheck.comparison.relation import Held
from govcheck.document.naming import line_name, plain
from govcheck.judging.contrast import Contrast
from govcheck.kinds.history.year_relation import YearRelation
from govcheck.rulebook.rule import Rulebook


class RelationLine(Struct, frozen=True, kw_only=True):
    """One line: what last year's report gives, and what this year's states."""

    name: str
    due: str
    """Worked out: 35＋3－1＝37."""
    stated: str
    holds: bool
    words: str
    """Chinese: whether they agree, or why that says nothing."""


class RelationView(Struct, frozen=True, kw_only=True):
    """One relation between two years, and the lines that could be compared."""

    rule: str
    title: str
    table: str
    at_most: bool
    lines: tuple[RelationLine, ...]
    nil: int
    """Further lines in which both are 0."""


def relation_views(contrast: Contrast, rulebook: Rulebook) -> Iterator[RelationView]:
    """Yield the relations that apply to these two reports and have lines to compare."""
    case = contrast.later.case
    if contrast.copies or case.last_year is None:
        return
    asked = {one.rule for one in contrast.judgements}
    for rule in rulebook.rules:
        for check in (use.check for use in rule.checks if rule.id in asked):
            if not isinstance(check, YearRelation):
                continue
            lines = check.held(case.last_year, case.document)
            if lines:
                telling = [one for one in lines if one.stated or one.due] or lines[:1]
                yield RelationView(
                    rule=rule.id,
                    title=rule.title,
                    table=check.table,
                    at_most=check.at_most,
                    lines=tuple(_line(one, check, contrast) for one in telling),
                    nil=len(lines) - len(telling),
                )


def _line(one: Held, check: YearRelation, contrast: Contrast) -> RelationLine:
    table = contrast.later.document.tables[check.table]
    name = line_name(table, one.line) or line_name(table, check.stated)
    told = "不符" if check.counts(one) else "所在勾稽不平，不作判断"
    return RelationLine(
        name=name,
        due=one.worked_out,
        stated=plain(one.stated),
        holds=one.holds,
        words="相符" if one.holds else told,
    )
