"""Rules on a terminal: a list of them, and one of them in full; plain text, 80 columns."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from govcheck.document.form import Form
from govcheck.kinds.remark import SEVERITIES
from govcheck.reports.clauses import relied_words
from govcheck.reports.scope_words import force_words, scope_words
from govcheck.reports.width import fill, width
from govcheck.reports.wording import OUTCOMES, ROLES, STATUSES, number
from govcheck.rulebook.example import Example
from govcheck.rulebook.plain_data import plain
from govcheck.rulebook.rule import CheckUse, Rule, Rulebook

_COLUMNS: Final = 80
_INDENT: Final = "    "


def rule_list(rulebook: Rulebook, dimension: str | None = None) -> str:
    """List the rules, dimension by dimension, with their severity."""
    lines: list[str] = []
    for entry in rulebook.policy.dimensions:
        rules = [rule for rule in rulebook.every_rule if rule.dimension == entry.id]
        if dimension not in {None, entry.id} or not rules:
            continue
        lines.append(f"{entry.title}（{number(entry.points)} 分，{len(rules)} 条规则）")
        for rule in rules:
            lines.append(f"  {_padded(SEVERITIES[rule.severity], 6)}{rule.id}")
            lines.append(fill(rule.title, _COLUMNS, first="        ", rest="        "))
            for one in (one for one in rulebook.local if one.id == rule.id):
                own = f"另有规定：{scope_words(one.scope)}"
                lines.append(fill(own, _COLUMNS, first="        ", rest="        "))
        lines.append("")
    return "\n".join(lines)


def rule_page(rule: Rule, rulebook: Rulebook) -> str:
    """Say what a rule asks, why, how it is checked, what to do, and how it proves itself."""
    return "\n".join(
        chain(
            _head(rule, rulebook),
            ["", "依据"],
            *(_basis_lines(rule, index) for index in range(len(rule.basis))),
            ["", "检查"],
            *(_check_lines(use, rulebook.forms) for use in rule.checks),
            ["", "改正", _text(rule.remedy)],
            ["", "示例（govcheck rules test 逐一运行）"],
            (_example_line(example) for example in rule.examples),
            [""],
        )
    )


def _head(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    dimension = next(d for d in rulebook.policy.dimensions if d.id == rule.dimension)
    yield fill(rule.title, _COLUMNS)
    yield fill(f"不符合时称“{rule.failure_title}”", _COLUMNS)
    yield rule.id
    yield rule.file
    points = f"每处扣 {number(rule.points.each)} 分，至多 {number(rule.points.cap)} 分"
    points = points if rule.points.cap else "不扣分"
    yield f"{dimension.title} · {SEVERITIES[rule.severity]} · {points}"
    if applies := scope_words(rule.scope):
        yield fill(applies, _COLUMNS, first="适用：", rest="      ")
    if rule.waiver:
        said = f"{rule.waiver.reason}（{rule.waiver.by}，{rule.waiver.date}）"
        yield fill(said, _COLUMNS, first="本地豁免：", rest=" " * 10)


def _basis_lines(rule: Rule, index: int) -> Iterator[str]:
    basis = rule.basis[index]
    word, meaning = STATUSES[basis.status]
    cited = f"{ROLES[basis.role]}：{basis.citation}"
    yield fill(cited, _COLUMNS, first="  ", rest=_INDENT)
    if applies := force_words(basis.force):
        yield _text(f"适用：{applies}")
    if basis.quote:
        yield _text(f"“{relied_words(basis, '【', '】')}”")
    yield _text(f"〔{word}〕{meaning}")


def _check_lines(use: CheckUse, forms: Mapping[str, Form]) -> Iterator[str]:
    severity = f"（{SEVERITIES[use.severity]}）" if use.severity else ""
    yield f"  {use.check.KIND}{severity}"
    if applies := scope_words(use.scope):
        yield _text(f"适用：{applies}")
    data = {key: value for key, value in plain(use.check).items() if key != "kind"}
    yield from _parameter_lines(data, _labels(forms), _INDENT)
    yield fill(use.message, _COLUMNS, first=f"{_INDENT}报告：", rest=_INDENT + "      ")
    if use.failure_title:
        yield _text(f"不符合时称“{use.failure_title}”")
    if use.remedy:
        yield fill(use.remedy, _COLUMNS, first=f"{_INDENT}改正：", rest=_INDENT + "      ")


def _parameter_lines(data: object, labels: Mapping[str, str], indent: str) -> Iterator[str]:
    if isinstance(data, dict) and {"id", "entries"} <= data.keys():
        data = f"词表 {data['id']}（{data['title']}，{len(data['entries'])} 条）"
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _named(f"{key}:", value, labels, indent)
    elif isinstance(data, list):
        for item in data:
            yield from _named("-", item, labels, indent)
    else:
        yield fill(_word(data, labels), _COLUMNS, first=indent, rest=indent)


def _named(name: str, value: object, labels: Mapping[str, str], indent: str) -> Iterator[str]:
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        value = "、".join(_word(item, labels) for item in value)
    if isinstance(value, dict | list):
        yield f"{indent}{name}"
        yield from _parameter_lines(value, labels, indent + "  ")
    else:
        words = _word(value, labels)
        yield fill(words, _COLUMNS, first=f"{indent}{name} ", rest=indent + "  ")


def _word(value: object, labels: Mapping[str, str]) -> str:
    label = labels.get(str(value))
    return f"{value}（{label}）" if label else str(value)


def _example_line(example: Example) -> str:
    lead = f"  {_padded(OUTCOMES[example.outcome], 12)}"
    return fill(example.name, _COLUMNS, first=lead, rest=" " * width(lead))


def _labels(forms: Mapping[str, Form]) -> Mapping[str, str]:
    """Return what the form prints for the ids of its parts, tables, rows and columns."""
    labels: dict[str, str] = {}
    for form in forms.values():
        labels |= {table.id: table.title for table in form.tables.values()}
        for table in form.tables.values():
            labels |= {row.id: row.label for row in table.rows}
            labels |= {column.id: column.label for column in table.columns}
        labels |= {part.id: part.title for part in form.parts}
    return labels


def _text(text: str) -> str:
    return fill(text, _COLUMNS, first=_INDENT, rest=_INDENT)


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
